package dev.onboarding.coordinator.run;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// When runs entered which state; written in the transaction that changes the state.
final class StateHistory {

  private final JdbcClient jdbc;
  private final Clock clock;

  StateHistory(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void entered(RunId run, RunState state, @Nullable String why) {
    jdbc.sql(
            "insert into coordinator.state_change (run_id, state, at, why) values (:run, :state, :at, :why)")
        .param("run", run.value())
        .param("state", state.name())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("why", why)
        .update();
  }

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
}
