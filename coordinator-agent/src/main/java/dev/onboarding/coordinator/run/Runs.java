package dev.onboarding.coordinator.run;

import dev.onboarding.model.Failure;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
  private final RunRows rows;
  private final Clock clock;
  private final RunStates states;

  public Runs(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.rows = new RunRows(json);
    this.clock = clock;
    this.states = new RunStates(jdbc, json, clock);
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

  /// The states the run has been in, oldest first.
  public List<StateChange> history(RunId id) {
    return states.of(id);
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

  /// The runs that queue behind this one, locked, the eldest first. More than one when the account
  /// was named in different ways.
  List<Run> lockBehind(RunId id) {
    return jdbc.sql("select * from coordinator.run where behind = ? order by id for update")
        .param(id.value())
        .query(rows)
        .list();
  }

  /// From now on the queued run waits for the other.
  void queueBehind(Run queued, Run other) {
    jdbc.sql("update coordinator.run set behind = ? where id = ?")
        .params(other.id().value(), queued.id().value())
        .update();
  }

  /// Open runs that nobody has touched since and for which no execution is planned: none should
  /// ever be, unless an older version of this system ran beside this one.
  List<RunId> forgotten(Instant untouchedSince, int most) {
    return jdbc.sql(
            """
            select r.id from coordinator.run r
            where r.ended_at is null and r.state in (%s)
              and (r.behind is null or exists (select 1 from coordinator.run b
                where b.id = r.behind and b.ended_at is not null))
              and r.updated_at < :since
              and not exists (select 1 from scheduler.scheduled_tasks t
                where t.task_name = :task and t.task_instance in
                  (r.id || '/' || r.ticket, r.id || '/' || r.epoch))
            order by r.updated_at limit :most\
            """
                .formatted(RUNNABLE))
        .param("since", untouchedSince.atOffset(ZoneOffset.UTC))
        .param("task", RunQueue.TASK.getTaskName())
        .param("most", most)
        .query((row, number) -> new RunId(row.getObject("id", UUID.class)))
        .list();
  }

  /// Takes the run for one execution; whoever held it before can no longer write.
  ///
  /// @param ticket of the wake-up that is executed; null for one that any version planned
  /// @return empty when the run is unknown, nothing may carry it on now, or a later wake-up counts
  Optional<Run> claim(RunId id, @Nullable Long ticket) {
    return jdbc.sql(
            """
            update coordinator.run set epoch = epoch + 1, updated_at = :now
            where id = :id and state in (%s) and behind is null
              and ticket = coalesce(:ticket, ticket) returning *\
            """
                .formatted(RUNNABLE))
        .param("id", id.value())
        .param("ticket", ticket, Types.BIGINT)
        .param("now", now())
        .query(rows)
        .optional();
  }

  /// Locks the run for this transaction.
  ///
  /// @return whether a person has cancelled it
  /// @throws LostLeaseException when another execution has claimed it since
  public boolean hold(Run run) {
    return jdbc.sql("select cancelling from coordinator.run where id = ? and epoch = ? for update")
        .params(run.id().value(), run.epoch())
        .query(Boolean.class)
        .optional()
        .orElseThrow(() -> new LostLeaseException(run));
  }

  /// From now on the run only goes back.
  Run cancelling(Run run) {
    return jdbc.sql("update coordinator.run set cancelling = true where id = ? returning *")
        .param(run.id().value())
        .query(rows)
        .single();
  }

  /// Changes the state by comparing and setting it.
  ///
  /// @throws IllegalTransitionException when the table does not allow it
  /// @throws LostLeaseException when the run is no longer as given
  Run move(Run run, RunState next, @Nullable Failure failure, @Nullable Instant wakeAt) {
    boolean told = run.state() != next || isNews(failure, run.failure());
    return states.change(
        run, next, failure, wakeAt, told, failure == null ? null : failure.message());
  }

  private static boolean isNews(@Nullable Failure failure, @Nullable Failure before) {
    return failure != null && (before == null || !failure.errorCode().equals(before.errorCode()));
  }

  /// Begins the next attempt: what was gathered and decided before stays in the history.
  Run startOver(Run run, String why) {
    var moved = states.enter(run, RunState.GATHERING, why);
    return jdbc.sql(
            "update coordinator.run set attempt = attempt + 1, verdict = null where id = ? returning *")
        .param(moved.id().value())
        .query(rows)
        .single();
  }

  /// Somebody else's act changes the state of a run that this transaction has locked.
  Run become(Run run, RunState next, String why) {
    if (run.state() != next) {
      return states.enter(run, next, why);
    }
    states.entered(run.id(), next, why);
    return run;
  }

  /// A new wake-up: executions that were planned earlier have no effect any more, and whatever
  /// execution still holds the run loses it.
  Run newTicket(Run run) {
    return jdbc.sql(
            """
            update coordinator.run set epoch = epoch + 1, ticket = epoch + 1, behind = null,
              wake_at = null, updated_at = ? where id = ? returning *\
            """)
        .params(now(), run.id().value())
        .query(rows)
        .single();
  }

  /// @return whether the run goes earlier than it would have
  boolean prefer(Run run, int priority) {
    return jdbc.sql("update coordinator.run set priority = :p where id = :id and priority < :p")
            .param("p", priority)
            .param("id", run.id().value())
            .update()
        == 1;
  }

  /// Ends a queued run whose trigger another run of the account took over.
  void continueIn(Run queued, Run other) {
    jdbc.sql("update coordinator.run set continued_in = ?, behind = null where id = ?")
        .params(other.id().value(), queued.id().value())
        .update();
    states.enter(
        queued,
        RunState.CANCELLED,
        "Its trigger went to run %s, which waits for the same account.".formatted(other.id()));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
