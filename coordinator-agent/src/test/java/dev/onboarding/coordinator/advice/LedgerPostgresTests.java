package dev.onboarding.coordinator.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.adviser.budget.Ledger.Entry;
import dev.onboarding.adviser.ledger.PostgresLedger;
import dev.onboarding.testkit.TestPostgres;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerPostgresTests {

  private final DataSource dataSource = Database.ONE;
  private final PostgresLedger ledger = new PostgresLedger(dataSource);
  private final String day = "day:" + UUID.randomUUID();
  private final String run = "run:" + UUID.randomUUID();

  private static final class Database {
    static final DataSource ONE = TestPostgres.dataSource();
  }

  @Test
  void addsToEveryAccountOrToNone() {
    var refused =
        ledger.spend(List.of(new Entry(day, 10, 5, 100, 100), new Entry(run, 10, 5, 9, 100)));

    assertThat(refused).contains(run);
    assertThat(spent(day)).isZero();
    assertThat(ledger.spend(List.of(new Entry(day, 10, 5, 10, 5)))).isEmpty();
    assertThat(spent(day)).isEqualTo(10);
  }

  @Test
  void refusesByTokensAndByMoney() {
    assertThat(ledger.spend(List.of(new Entry(day, 11, 1, 10, 100)))).contains(day);
    assertThat(ledger.spend(List.of(new Entry(day, 1, 101, 10, 100)))).contains(day);
  }

  @Test
  void givesBackWhatWasNotUsedWhateverTheLimit() {
    ledger.spend(List.of(new Entry(day, 10, 10, 10, 10)));

    ledger.correct(List.of(new Entry(day, -4, -4, 0, 0)));

    assertThat(spent(day)).isEqualTo(6);
  }

  @Test
  void letsManyNodesTogetherSpendNoMoreThanTheLimit() throws Exception {
    var other = new PostgresLedger(dataSource);
    Callable<Optional<String>> one = () -> ledger.spend(List.of(new Entry(day, 3, 3, 50, 50)));
    Callable<Optional<String>> two = () -> other.spend(List.of(new Entry(day, 3, 3, 50, 50)));

    try (var threads = Executors.newFixedThreadPool(8)) {
      var spending =
          threads.invokeAll(
              Stream.generate(() -> List.of(one, two)).limit(20).flatMap(List::stream).toList());
      long granted = 0;
      for (var each : spending) {
        granted += each.get().isEmpty() ? 1 : 0;
      }
      assertThat(granted).isEqualTo(16);
    }

    assertThat(spent(day)).isEqualTo(48);
  }

  private long spent(String account) {
    return JdbcClient.create(dataSource)
        .sql("select coalesce(sum(tokens), 0) from advice.spent where account = ?")
        .param(account)
        .query(Long.class)
        .single();
  }
}
