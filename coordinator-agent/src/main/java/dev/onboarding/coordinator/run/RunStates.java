package dev.onboarding.coordinator.run;

import dev.onboarding.model.Failure;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Changes the states of runs, and tells when a run entered which; callers bring the transaction.
final class RunStates {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final RunRows rows;
  private final Clock clock;

  RunStates(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.rows = new RunRows(json);
    this.clock = clock;
  }

  /// As [#change], for a state that nothing went wrong on the way to.
  Run enter(Run run, RunState next, @Nullable String why) {
    return change(run, next, null, null, true, why);
  }

  /// Changes the state by comparing and setting it.
  ///
  /// @param told whether the run's history tells of it, with the reason
  /// @throws IllegalTransitionException when the table does not allow it
  /// @throws LostLeaseException when the run is no longer as given
  Run change(
      Run run,
      RunState next,
      @Nullable Failure failure,
      @Nullable Instant wakeAt,
      boolean told,
      @Nullable String why) {
    return jdbc.sql(
            """
            with moved as (
              update coordinator.run set state = :next, failure = cast(:failure as jsonb),
                wake_at = :wakeAt, updated_at = :now, ended_at = :endedAt
              where id = :id and epoch = :epoch and state = :state returning *),
            history as (
              insert into coordinator.state_change (run_id, state, at, why)
              select id, state, :now, :why from moved where :told)
            select * from moved\
            """)
        .param("told", told)
        .param("why", why)
        .param("next", next == run.state() ? next.name() : run.state().become(next).name())
        .param("failure", failure == null ? null : json.writeValueAsString(failure))
        .param("wakeAt", at(wakeAt), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("now", at(clock.instant()))
        .param("endedAt", next.ended() ? at(clock.instant()) : null, Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", run.id().value())
        .param("epoch", run.epoch())
        .param("state", run.state().name())
        .query(rows)
        .optional()
        .orElseThrow(() -> new LostLeaseException(run));
  }

  void entered(RunId run, RunState state, @Nullable String why) {
    jdbc.sql(
            "insert into coordinator.state_change (run_id, state, at, why) values (:run, :state, :at, :why)")
        .param("run", run.value())
        .param("state", state.name())
        .param("at", at(clock.instant()))
        .param("why", why)
        .update();
  }

  /// Oldest first.
  List<StateChange> of(RunId run) {
    return jdbc.sql("select * from coordinator.state_change where run_id = ? order by number")
        .param(run.value())
        .query((row, number) ->
            new StateChange(
                RunState.valueOf(row.getString("state")),
                RunRows.required(row, "at"),
                row.getString("why")))
        .list();
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
