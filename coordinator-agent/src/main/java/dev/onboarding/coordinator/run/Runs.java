package dev.onboarding.coordinator.run;

import dev.onboarding.model.Failure;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Every run ever accepted. Writes by an execution name the epoch they hold and are refused under
/// an older one; callers bring the transaction.
public final class Runs {

  private static final String RUNNABLE =
      Arrays.stream(RunState.values())
          .filter(RunState::runnable)
          .map(state -> "'" + state + "'")
          .reduce((left, right) -> left + ", " + right)
          .orElseThrow();

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final RunRows rows;
  private final Clock clock;
  private final StateHistory history;

  public Runs(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.rows = new RunRows(json);
    this.clock = clock;
    this.history = new StateHistory(jdbc, clock);
  }

  public Optional<Run> find(RunId id) {
    return jdbc.sql("select * from coordinator.run where id = ?")
        .param(id.value())
        .query(rows)
        .optional();
  }

  /// As [#find], and nobody else changes the run before this transaction ends.
  Optional<Run> lock(RunId id) {
    return jdbc.sql("select * from coordinator.run where id = ? for update")
        .param(id.value())
        .query(rows)
        .optional();
  }

  Optional<Run> byEvent(String source, String event) {
    return jdbc.sql(
            """
            select r.* from coordinator.run r join coordinator.trigger_event t on t.run_id = r.id
            where t.source = ? and t.event_id = ?\
            """)
        .params(source, event)
        .query(rows)
        .optional();
  }

  Optional<Run> byCorrelation(String source, String correlation) {
    return jdbc.sql("select * from coordinator.run where source = ? and correlation_id = ?")
        .params(source, correlation)
        .query(rows)
        .optional();
  }

  /// The states the run has been in, oldest first.
  public List<StateChange> history(RunId id) {
    return history.of(id);
  }

  /// Newest first.
  public List<Run> page(RunFilter filter) {
    return jdbc.sql(
            """
            select * from coordinator.run
            where (cast(:state as text) is null or state = :state)
              and (cast(:account as text) is null or account_key = :account
                   or account_id = :account)
              and (cast(:before as uuid) is null or id < :before)
            order by id desc limit :size\
            """)
        .param("state", filter.state() == null ? null : filter.state().name())
        .param("account", filter.account())
        .param("before", filter.before() == null ? null : filter.before().value())
        .param("size", filter.size())
        .query(rows)
        .list();
  }

  /// @return false when the source has already used the correlation id
  boolean insert(RunId id, RunRequest request, Mode mode, Versions versions) {
    boolean inserted = insertRow(id, request, mode, versions);
    if (inserted) {
      history.entered(id, RunState.QUEUED, null);
    }
    return inserted;
  }

  private boolean insertRow(RunId id, RunRequest request, Mode mode, Versions versions) {
    return jdbc.sql(
                """
                insert into coordinator.run (id, source, correlation_id, account_key, account_id,
                  opportunity_id, mode, state, priority, coordinator, rule_set, rule_set_digest,
                  prompts, created_at, updated_at)
                values (:id, :source, :correlation, :account, :accountId, :opportunity, :mode,
                  :state, :priority, :coordinator, :ruleSet, :ruleSetDigest, :prompts, :now, :now)
                on conflict on constraint run_correlation do nothing\
                """)
            .param("id", id.value())
            .param("source", request.source())
            .param("correlation", request.correlation())
            .param("account", request.account().value())
            .param("accountId", salesforceId(request))
            .param("opportunity", request.opportunity())
            .param("mode", mode.name())
            .param("state", RunState.QUEUED.name())
            .param("priority", request.priority())
            .param("coordinator", versions.coordinator())
            .param("ruleSet", versions.ruleSet())
            .param("ruleSetDigest", versions.ruleSetDigest())
            .param("prompts", versions.prompts())
            .param("now", now())
            .update()
        == 1;
  }

  private static @Nullable String salesforceId(RunRequest request) {
    return request.account().isSalesforceId() ? request.account().value() : null;
  }

  void remember(RunRequest request, RunId run) {
    jdbc.sql(
            """
            insert into coordinator.trigger_event (source, event_id, run_id, account_key, received_at)
            values (?, ?, ?, ?, ?) on conflict (source, event_id) do nothing\
            """)
        .params(request.source(), request.event(), run.value(), request.account().value(), now())
        .update();
  }

  /// Takes the run for one execution; whoever held it before can no longer write.
  ///
  /// @return empty when the run is unknown or nothing may carry it on now
  Optional<Run> claim(RunId id) {
    return jdbc.sql(
            """
            update coordinator.run set epoch = epoch + 1, updated_at = :now
            where id = :id and state in (%s) returning *\
            """
                .formatted(RUNNABLE))
        .param("id", id.value())
        .param("now", now())
        .query(rows)
        .optional();
  }

  /// Locks the run for this transaction.
  ///
  /// @throws LostLeaseException when another execution has claimed it since
  public void hold(Run run) {
    var held =
        jdbc.sql("select epoch from coordinator.run where id = ? and epoch = ? for update")
            .params(run.id().value(), run.epoch())
            .query(Long.class)
            .optional();
    if (held.isEmpty()) {
      throw new LostLeaseException(run.id(), run.epoch());
    }
  }

  /// Changes the state by comparing and setting it.
  ///
  /// @throws IllegalTransitionException when the table does not allow it
  /// @throws LostLeaseException when the run is no longer as given
  Run move(Run run, RunState next, @Nullable Failure failure, @Nullable Instant wakeAt) {
    var moved = compareAndSet(run, next, failure, wakeAt);
    history.entered(run.id(), next, failure == null ? null : failure.message());
    return moved;
  }

  /// A person's answer lets the run go on; whatever execution still holds it loses it.
  Run goOn(Run run, String why) {
    compareAndSet(run, RunState.ACTING, null, null);
    history.entered(run.id(), RunState.ACTING, why);
    return supersede(run);
  }

  private Run compareAndSet(
      Run run, RunState next, @Nullable Failure failure, @Nullable Instant wakeAt) {
    return jdbc.sql(
            """
            update coordinator.run set state = :next, failure = cast(:failure as jsonb),
              wake_at = :wakeAt, updated_at = :now, ended_at = :endedAt
            where id = :id and epoch = :epoch and state = :state returning *\
            """)
        .param("next", run.state().become(next).name())
        .param("failure", failure == null ? null : json.writeValueAsString(failure))
        .param("wakeAt", wakeAt == null ? null : wakeAt.atOffset(ZoneOffset.UTC))
        .param("now", now())
        .param("endedAt", next.ended() ? now() : null)
        .param("id", run.id().value())
        .param("epoch", run.epoch())
        .param("state", run.state().name())
        .query(rows)
        .optional()
        .orElseThrow(() -> new LostLeaseException(run.id(), run.epoch()));
  }

  private Run supersede(Run run) {
    return jdbc.sql("update coordinator.run set epoch = epoch + 1 where id = ? returning *")
        .param(run.id().value())
        .query(rows)
        .single();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
