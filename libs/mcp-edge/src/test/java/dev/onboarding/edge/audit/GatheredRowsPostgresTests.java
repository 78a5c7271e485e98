package dev.onboarding.edge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.testkit.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

class GatheredRowsPostgresTests {

  private final JdbcTemplate database = new JdbcTemplate(TestPostgres.dataSource());
  private GatheredRows rows;

  @BeforeEach
  void emptyTable() {
    database.execute("drop table if exists gathered");
    database.execute(
        "create table gathered (number int primary key check (number >= 0), tx text default pg_current_xact_id()::text)");
    rows =
        new GatheredRows(
            database, "insert into gathered (number) values (?) on conflict (number) do nothing");
  }

  @Test
  void hasWrittenARowWhenItReturns() {
    rows.write(7);

    assertThat(numbers()).containsExactly(7);
  }

  @Test
  void writesEveryRowOfManyCallersOnceAndInFewerTransactions() throws Exception {
    inParallel(IntStream.range(0, 500).<Callable<Void>>mapToObj(this::writing).toList());

    assertThat(numbers()).hasSize(500);
    assertThat(database.queryForObject("select count(distinct tx) from gathered", Integer.class))
        .isLessThan(400);
  }

  @Test
  void failsOnlyForTheRowThatCannotBeWritten() throws Exception {
    List<Callable<Void>> work = new ArrayList<>();
    IntStream.range(0, 100).forEach(number -> work.add(writing(number)));
    work.add(
        50,
        () -> {
          assertThatThrownBy(() -> rows.write(-1)).isInstanceOf(DataAccessException.class);
          return null;
        });

    inParallel(work);

    assertThat(numbers()).hasSize(100);
  }

  private Callable<Void> writing(int number) {
    return () -> {
      rows.write(number);
      return null;
    };
  }

  private static void inParallel(List<Callable<Void>> work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> each : threads.invokeAll(work)) {
        each.get();
      }
    }
  }

  private List<Integer> numbers() {
    return database.queryForList("select number from gathered", Integer.class);
  }
}
