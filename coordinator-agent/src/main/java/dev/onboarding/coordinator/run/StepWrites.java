package dev.onboarding.coordinator.run;

import dev.onboarding.coordinator.ledger.Chain;
import dev.onboarding.coordinator.ledger.Digests;
import dev.onboarding.coordinator.ledger.Entry;
import dev.onboarding.coordinator.ledger.EntryKind;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/// What an execution writes of its run between two calls or at its end, in one statement: see
/// `coordinator.write_steps` and `coordinator.end_steps`.
final class StepWrites {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  StepWrites(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /// Records what came out of the steps before, moves the run, and notes what is intended next.
  ///
  /// @return empty when a person has cancelled the run meanwhile: then only what came out is
  ///   recorded
  /// @throws LostLeaseException when another execution has claimed the run since, or has moved it
  /// @throws IllegalTransitionException when the run cannot enter the state
  Optional<Intent> intend(Run run, List<Outcome<?>> before, RunState state, StepName<?> step) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var moved = run.state() == state ? run : run.in(run.state().become(state), now);
    return written(
        run,
        before,
        state,
        step,
        now,
        (row, number) ->
            row.getObject("first_tried") == null
                ? Optional.empty()
                : Optional.of(
                    new Intent(
                        moved,
                        Journal.key(run, step),
                        row.getInt("tries"),
                        RunRows.required(row, "first_tried"))));
  }

  /// Holds the run for this transaction, and records what came out of its steps.
  ///
  /// @return whether a person has cancelled the run
  /// @throws LostLeaseException when another execution has claimed it since
  boolean record(Run run, List<Outcome<?>> outcomes) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return written(
        run, outcomes, run.state(), null, now, (row, number) -> row.getBoolean("cancelled"));
  }

  /// Records what came out of its steps and lets the run rest in the state, or end in it.
  ///
  /// @throws LostLeaseException when another execution has claimed the run since, or has moved it
  /// @throws IllegalTransitionException when the run cannot enter the state
  Ending end(Run run, List<Outcome<?>> outcomes, RunState state) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return held(
            """
            select * from coordinator.end_steps(:run, :epoch, :attempt, :now,
              decode(:genesis, 'hex'), cast(:outcomes as jsonb), :state, :into, :ends, :known)\
            """,
            run,
            outcomes,
            run.state() == state ? state : run.state().become(state),
            now)
        .param("ends", state.ended())
        .query((row, number) -> {
          if (row.getBoolean("followed")) {
            return Ending.FOLLOWED;
          }
          return row.getBoolean("cancelled") && !run.cancelling() ? Ending.CANCELLED : Ending.DONE;
        })
        .optional()
        .orElseThrow(() -> new LostLeaseException(run));
  }

  private <T> T written(
      Run run,
      List<Outcome<?>> outcomes,
      RunState state,
      @Nullable StepName<?> next,
      Instant now,
      RowMapper<T> answer) {
    return held(
            """
            select * from coordinator.write_steps(:run, :epoch, :attempt, :now,
              decode(:genesis, 'hex'), cast(:outcomes as jsonb), :state, :into, :step, :key, :known)\
            """,
            run,
            outcomes,
            state,
            now)
        .param("step", next == null ? null : next.value(), Types.VARCHAR)
        .param("key", next == null ? null : Journal.key(run, next), Types.VARCHAR)
        .query(answer)
        .optional()
        .orElseThrow(() -> new LostLeaseException(run));
  }

  private StatementSpec held(
      String statement, Run run, List<Outcome<?>> outcomes, RunState state, Instant now) {
    return jdbc.sql(statement)
        .param("run", run.id().value())
        .param("epoch", run.epoch())
        .param("attempt", run.attempt())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("genesis", outcomes.isEmpty() ? "" : Chain.genesis(run.identity()))
        .param("outcomes", json.writeValueAsString(rows(run, outcomes, now)))
        .param("state", run.state().name())
        .param("into", state.name())
        .param("known", run.cancelling());
  }

  private List<OutcomeRow> rows(Run run, List<Outcome<?>> outcomes, Instant now) {
    return outcomes.stream()
        .map(outcome -> {
          String name = outcome.name().value();
          String text = json.writeValueAsString(outcome.json());
          String head =
              Chain.head(
                  run.id().value(), EntryKind.STEP, run.attempt(), name, now, Entry.FORM, null);
          return new OutcomeRow(
              name,
              Journal.key(run, outcome.name()),
              new RawValue(text),
              Digests.ofJson(text),
              head,
              Entry.FORM);
        })
        .toList();
  }

  /// How the end of a run came out.
  enum Ending {
    DONE,
    /// A person has cancelled it meanwhile: only what came out is recorded.
    CANCELLED,
    /// A run queues behind it: what came out is recorded, and the end is still to come.
    FOLLOWED
  }

  /// As the statement takes an outcome.
  private record OutcomeRow(
      String name, String key, RawValue outcome, String content, String head, int form) {}
}
