package dev.onboarding.coordinator.run;

import dev.onboarding.model.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What every step of every run intended and how it came out; callers bring the transaction.
public final class Journal {

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

  /// What the attempt has recorded so far.
  public Recorded recorded(RunId run, int attempt) {
    var outcomes = new HashMap<String, JsonNode>();
    jdbc.sql(
            """
            select name, outcome from coordinator.step
            where run_id = ? and attempt = ? and outcome is not null\
            """)
        .params(run.value(), attempt)
        .query(row -> {
          outcomes.put(row.getString("name"), json.readTree(row.getString("outcome")));
        });
    return new Recorded(json, outcomes);
  }

  Intent intend(Run run, StepName<?> step) {
    var key = "%s/%d/%s".formatted(run.id(), run.attempt(), step);
    return jdbc.sql(
            """
            insert into coordinator.step (run_id, attempt, name, key, tries, epoch, intent_at)
            values (?, ?, ?, ?, 1, ?, ?)
            on conflict (run_id, attempt, name)
              do update set tries = step.tries + 1, epoch = excluded.epoch
            returning tries, intent_at\
            """)
        .params(run.id().value(), run.attempt(), step.value(), key, run.epoch(), now())
        .query((row, number) ->
            new Intent(run, key, row.getInt("tries"), RunRows.required(row, "intent_at")))
        .single();
  }

  JsonNode done(Run run, StepName<?> step, Object outcome) {
    var node = json.<JsonNode>valueToTree(outcome);
    jdbc.sql(
            """
            update coordinator.step
            set outcome = cast(? as jsonb), outcome_at = ?, failure = null, failures = 0
            where run_id = ? and attempt = ? and name = ?\
            """)
        .params(json.writeValueAsString(node), now(), run.id().value(), run.attempt(), step.value())
        .update();
    return node;
  }

  /// @return how often the step has failed in a row
  int failed(Run run, StepName<?> step, Failure failure) {
    return jdbc.sql(
            """
            update coordinator.step
            set failure = cast(? as jsonb), outcome_at = ?, failures = failures + 1
            where run_id = ? and attempt = ? and name = ? returning failures\
            """)
        .params(
            json.writeValueAsString(failure), now(), run.id().value(), run.attempt(), step.value())
        .query(Integer.class)
        .single();
  }

  /// The step answered that it is not done yet, which is no failure.
  void waiting(Run run, StepName<?> step) {
    jdbc.sql(
            """
            update coordinator.step set failure = null, failures = 0
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
