package dev.onboarding.coordinator.run;

import dev.onboarding.coordinator.ledger.Entry;
import dev.onboarding.coordinator.ledger.EntryKind;
import dev.onboarding.coordinator.ledger.Ledger;
import dev.onboarding.model.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What every step of every run intended and how it came out, each outcome bound into the run's
/// record; callers bring the transaction.
public final class Journal {

  /// What is forgotten when all of an attempt is.
  public static final String EVERY_STEP = "*";

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  public Journal(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /// Every step of every attempt, in the order in which they were first intended.
  public List<StepRow> of(RunId run) {
    return jdbc.sql(
            """
            select * from coordinator.step where run_id = ?
            order by attempt, intent_at, outcome_at nulls last\
            """)
        .param(run.value())
        .query((row, number) -> row(row))
        .list();
  }

  /// The steps of one attempt but for those of the names, in the order in which they were intended.
  public List<StepRow> without(Set<String> names, RunId run, int attempt) {
    return jdbc.sql(
            """
            select * from coordinator.step
            where run_id = ? and attempt = ? and name <> all(?)
            order by intent_at, outcome_at nulls last\
            """)
        .params(run.value(), attempt, names.toArray(String[]::new))
        .query((row, number) -> row(row))
        .list();
  }

  /// What the attempt has recorded so far.
  public Recorded recorded(RunId run, int attempt) {
    var outcomes = new HashMap<String, JsonNode>();
    var intended = new HashSet<String>();
    jdbc.sql("select name, outcome from coordinator.step where run_id = ? and attempt = ?")
        .params(run.value(), attempt)
        .query(row -> {
          intended.add(row.getString("name"));
          var outcome = row.getString("outcome");
          if (outcome != null) {
            outcomes.put(row.getString("name"), json.readTree(outcome));
          }
        });
    return new Recorded(json, outcomes, intended);
  }

  /// Idempotency key of the step in this attempt.
  static String key(Run run, StepName<?> step) {
    return "%s/%d/%s".formatted(run.id(), run.attempt(), step);
  }

  /// Records a step that somebody else has performed for the run.
  public <T> void recordKnown(Run run, StepName<T> step, T outcome) {
    JsonNode tree = json.valueToTree(outcome);
    // As exact as the store, so that the entry and the row say the same.
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var entry = Entry.of(EntryKind.STEP, run.attempt(), step.value(), at, tree);
    Ledger.bind(
            jdbc.sql(
                Ledger.APPEND
                    + """
                    insert into coordinator.step
                      (run_id, attempt, name, key, tries, epoch, intent_at, outcome_at, outcome)
                    values (:run, :attempt, :name, :key, 1, :epoch, :now, :now, cast(:outcome as jsonb))
                    on conflict (run_id, attempt, name) do update set outcome = excluded.outcome,
                      outcome_at = excluded.outcome_at, failure = null, failures = 0, failing_since = null\
                    """),
            run.identity(),
            entry)
        .param("run", run.id().value())
        .param("attempt", run.attempt())
        .param("name", step.value())
        .param("key", key(run, step))
        .param("epoch", run.epoch())
        .param("now", at.atOffset(ZoneOffset.UTC))
        .param("outcome", json.writeValueAsString(tree))
        .update();
  }

  Failing failed(Run run, StepName<?> step, Failure failure) {
    return jdbc.sql(
            """
            insert into coordinator.step (run_id, attempt, name, key, tries, epoch, intent_at,
              outcome_at, failure, failures, failing_since)
            values (:run, :attempt, :name, :key, 1, :epoch, :now, :now, cast(:failure as jsonb), 1,
              :now)
            on conflict (run_id, attempt, name) do update set failure = excluded.failure,
              outcome_at = excluded.outcome_at, failures = step.failures + 1,
              failing_since = coalesce(step.failing_since, excluded.failing_since)
            returning failures, failing_since\
            """)
        .param("run", run.id().value())
        .param("attempt", run.attempt())
        .param("name", step.value())
        .param("key", key(run, step))
        .param("epoch", run.epoch())
        .param("now", now())
        .param("failure", json.writeValueAsString(failure))
        .query((row, number) ->
            new Failing(row.getInt("failures"), RunRows.required(row, "failing_since")))
        .single();
  }

  /// @return whether anything had been recorded for a run that has not begun
  boolean dropWhatWasReadBefore(Run queued) {
    boolean dropped =
        jdbc.sql("delete from coordinator.step where run_id = ?")
                .param(queued.id().value())
                .update()
            > 0;
    if (dropped) {
      Ledger.bind(
              jdbc.sql(Ledger.APPEND + "select 1"),
              queued.identity(),
              forgotten(queued, EVERY_STEP))
          .query(Integer.class)
          .single();
    }
    return dropped;
  }

  private Entry forgotten(Run run, String step) {
    return Entry.of(
        EntryKind.FORGOTTEN, run.attempt(), step, clock.instant(), json.createObjectNode());
  }

  /// A recorded step no longer holds and is performed again.
  void forget(Run run, StepName<?> step) {
    Ledger.bind(
            jdbc.sql(
                Ledger.APPEND
                    + """
                    delete from coordinator.step
                    where run_id = :run and attempt = :attempt and name = :name\
                    """),
            run.identity(),
            forgotten(run, step.value()))
        .param("run", run.id().value())
        .param("attempt", run.attempt())
        .param("name", step.value())
        .update();
  }

  /// A person resumes the run: whatever failed has all its patience again.
  void forgive(Run run) {
    jdbc.sql(
            """
            update coordinator.step set failures = 0, failing_since = null
            where run_id = ? and attempt = ? and outcome is null\
            """)
        .params(run.id().value(), run.attempt())
        .update();
  }

  /// The step answered that it is not done yet, which is no failure.
  void waiting(Run run, StepName<?> step) {
    jdbc.sql(
            """
            update coordinator.step set failure = null, failures = 0, failing_since = null
            where run_id = ? and attempt = ? and name = ?\
            """)
        .params(run.id().value(), run.attempt(), step.value())
        .update();
  }

  private StepRow row(ResultSet row) throws SQLException {
    var outcome = row.getString("outcome");
    var failure = row.getString("failure");
    return new StepRow(
        row.getInt("attempt"),
        row.getString("name"),
        row.getString("key"),
        row.getInt("tries"),
        RunRows.required(row, "intent_at"),
        RunRows.instant(row, "outcome_at"),
        outcome == null ? null : json.readTree(outcome),
        failure == null ? null : json.readValue(failure, Failure.class));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
