package dev.onboarding.connector.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.onboarding.connector.BreakerState;
import dev.onboarding.connector.Exchange;
import dev.onboarding.connector.OperationClass;
import dev.onboarding.testkit.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BooksPostgresTests {

  private static final QuotaDatabase DATABASE = new QuotaDatabase();

  private final SettableClock clock =
      SettableClock.at(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));

  @BeforeEach
  void clear() {
    DATABASE.clear();
  }

  @Test
  void sumsWhatEachRunHasCostOverAllNodes() {
    for (String node : new String[] {"one", "other"}) {
      var ledger = new Ledger(DATABASE.jdbc, clock);
      ledger.add(exchange("run-1", OperationClass.READ, 100, 2_000));
      ledger.add(exchange("run-1", OperationClass.READ, 50, 1_000));
      ledger.add(exchange("run-1", OperationClass.TOKEN, 10, 20));
      ledger.add(exchange(null, OperationClass.READ, 1, 2));
      ledger.write();
      ledger.write();
    }

    assertThat(cost("run-1", "read"))
        .containsEntry("calls", 4L)
        .containsEntry("bytes_out", 300L)
        .containsEntry("bytes_in", 6_000L)
        .containsEntry("micros", 12_000L);
    assertThat(cost("run-1", "token")).containsEntry("calls", 2L);
    assertThat(cost("", "read")).containsEntry("calls", 2L);
  }

  @Test
  void tellsWhatShareOfTheAllocationARunHasUsed() {
    var ledger = new Ledger(DATABASE.jdbc, clock);
    ledger.add(exchange("run-1", OperationClass.READ, 0, 0));
    ledger.write();
    var gauges = new Gauges(DATABASE.jdbc, new SimpleMeterRegistry(), clock);
    gauges.read("crm", "daily", new Usage(1, 1_000), 100, null);
    gauges.write();

    assertThat(
            DATABASE.jdbc.queryForObject(
                "select share_of_quota from quota.run_costs where run = 'run-1'", Double.class))
        .isEqualTo(0.001);
  }

  @Test
  void forecastsWhenAnAllocationWillBeUsedUp() {
    var meters = new SimpleMeterRegistry();
    var gauges = new Gauges(DATABASE.jdbc, meters, clock);
    clock.advance(Duration.ofMinutes(-30));
    for (int minute = 0; minute <= 30; minute++) {
      gauges.read("crm", "daily", new Usage(10 * minute, 1_000), 100, null);
      gauges.write();
      clock.advance(Duration.ofMinutes(1));
    }
    clock.advance(Duration.ofMinutes(-1));

    gauges.forecast();

    // 300 of 1,000 used, 600 an hour: the other 700 last for 70 minutes.
    double seconds =
        meters.get("upstream.allocation.used.up.seconds").tag("system", "crm").gauge().value();
    assertThat(seconds).isCloseTo(70 * 60, within(60.0));
  }

  @Test
  void forecastsNothingWhereTheAllocationStartsAnewBefore() {
    Instant now = clock.instant();
    var gauges = new Gauges(DATABASE.jdbc, new SimpleMeterRegistry(), clock);
    Instant resets = now.plus(Duration.ofMinutes(10));
    clock.advance(Duration.ofMinutes(-5));
    gauges.read("esign", "hourly", new Usage(10, 3_000), 0, resets);
    gauges.write();
    clock.advance(Duration.ofMinutes(5));
    gauges.read("esign", "hourly", new Usage(20, 3_000), 0, resets);
    gauges.write();

    Map<String, Object> budget =
        DATABASE.jdbc.queryForMap("select * from quota.budget where system = 'esign'");

    assertThat(budget).containsEntry("used", 20L).containsEntry("used_up_at", null);
    assertThat(((Timestamp) budget.get("resets_at")).toInstant()).isEqualTo(resets);
  }

  @Test
  void tellsHowTheBreakersOfANodeStandUntilItEnds() {
    var board = new BreakerBoard(DATABASE.jdbc, "one", clock);
    board.put(new BreakerState("crm", OperationClass.READ, "closed", clock.instant()));
    board.put(new BreakerState("crm", OperationClass.READ, "open", clock.instant()));
    board.write();

    assertThat(
            DATABASE.jdbc.queryForList(
                "select state from quota.breakers where node = 'one'", String.class))
        .containsExactly("open");
    board.clear();
    assertThat(DATABASE.jdbc.queryForList("select * from quota.breakers")).isEmpty();
  }

  private static Exchange exchange(
      String run, OperationClass operations, long bytesOut, long bytesIn) {
    return new Exchange("crm", operations, run, bytesOut, bytesIn, Duration.ofMillis(3));
  }

  private static Map<String, Object> cost(String run, String operations) {
    return DATABASE.jdbc.queryForMap(
        "select * from quota.ledger where run = ? and operation_class = ?", run, operations);
  }
}
