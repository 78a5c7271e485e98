package dev.onboarding.coordinator.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.coordinator.run.RunDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BacklogPostgresTests {

  private static final int BOUND = 3;

  private final RunDatabase database = new RunDatabase();
  private final Backlog backlog = new Backlog(database.jdbc, BOUND, database.clock);

  @Test
  void turnsTriggersAwayWhileTooManyRunsWaitToBegin() {
    open(BOUND);

    var refused = refused();

    assertThat(refused.type()).isEqualTo(ProblemType.QUEUE_FULL);
    assertThat(refused.detail()).contains("3 runs wait to begin", "at most 3 may");
    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(30));
  }

  @Test
  void countsWhatItLetInUntilItCountsAgain() {
    for (int i = 0; i < BOUND; i++) {
      backlog.take();
    }

    refused();
    database.clock.advance(Duration.ofMillis(300));

    assertThatCode(backlog::take).doesNotThrowAnyException();
  }

  @Test
  void countsAFewTimesASecondAtMost() {
    backlog.take();
    open(BOUND);

    assertThatCode(backlog::take).doesNotThrowAnyException();
    database.clock.advance(Duration.ofMillis(300));

    refused();
  }

  @Test
  void letsTriggersInWhenRunsHaveBegun() {
    open(BOUND);
    refused();
    begin(1);
    database.clock.advance(Duration.ofMillis(300));

    assertThatCode(backlog::take).doesNotThrowAnyException();
    refused();
  }

  @Test
  void tellsWhenToComeAgainByHowFastRunsBegin() {
    open(60);
    refused();
    begin(50);
    database.clock.advance(Duration.ofSeconds(1));

    assertThat(refused().retryAfter())
        .hasValueSatisfying(
            wait -> assertThat(wait).isBetween(Duration.ofMillis(300), Duration.ofSeconds(1)));
  }

  @Test
  void doesNotCountWhatWaitsBehindEverybodyElse() {
    open(BOUND);
    database.jdbc.sql("update coordinator.run set priority = 10").update();

    assertThatCode(backlog::take).doesNotThrowAnyException();
  }

  @Test
  void countsWithoutReadingTheRuns() {
    open(1);
    var plan =
        database.stores.inTransaction(() -> {
          database.jdbc.sql("set local enable_seqscan = off").update();
          database.jdbc.sql("set local enable_bitmapscan = off").update();
          return String.join(
              "\n",
              database
                  .jdbc
                  .sql(
                      "explain select 1 from coordinator.run"
                          + " where state = 'QUEUED' and behind is null and priority >= 90 limit 10")
                  .query(String.class)
                  .list());
        });

    assertThat(plan).contains("Index Only Scan using run_not_begun");
  }

  private void open(int runs) {
    for (int i = 0; i < runs; i++) {
      database.open("b-" + i, "B-" + i);
    }
  }

  private void begin(int runs) {
    database
        .jdbc
        .sql(
            "update coordinator.run set state = 'GATHERING' where id in"
                + " (select id from coordinator.run where state = 'QUEUED' limit ?)")
        .param(runs)
        .update();
  }

  private ProblemException refused() {
    var refused = catchThrowableOfType(ProblemException.class, backlog::take);
    assertThat(refused).isNotNull();
    return refused;
  }
}
