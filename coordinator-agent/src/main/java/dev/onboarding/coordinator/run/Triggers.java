package dev.onboarding.coordinator.run;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Every event that asked for a run, and which run it led to; callers bring the transaction.
public final class Triggers {

  private final JdbcClient jdbc;
  private final RunRows rows;
  private final Clock clock;

  Triggers(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.rows = new RunRows(json);
    this.clock = clock;
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

  /// The run to which the event has led; else the one that was stored under the correlation id, or
  /// to which a trigger with it was attached.
  Optional<Run> known(RunRequest request) {
    return jdbc.sql(
            """
            select * from (
              select r.*, 1 as way from coordinator.run r
                join coordinator.trigger_event t on t.run_id = r.id
                where t.source = :source and t.event_id = :event
              union all
              select *, 2 from coordinator.run
                where source = :source and correlation_id = :correlation
              union all
              select r.*, 2 from coordinator.run r
                join coordinator.trigger_event t on t.run_id = r.id
                where t.source = :source and t.correlation_id = :correlation) known
            order by way limit 1\
            """)
        .param("source", request.source())
        .param("event", request.event())
        .param("correlation", request.correlation())
        .query(rows)
        .optional();
  }

  /// Whether anything told of the run's account since then.
  public boolean anySince(RunId run, Instant since) {
    return jdbc.sql(
            "select exists (select 1 from coordinator.trigger_event where run_id = ? and received_at > ?)")
        .params(run.value(), since.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /// Triggers of one account are stored one after the other, so that each sees the runs of those
  /// before.
  void lockAccount(RunRequest request) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("account " + request.account().value())
        .query(row -> {});
  }

  /// The newest run of the account that has not ended and does more than observe, locked.
  Optional<Run> lockOpen(RunRequest request) {
    return jdbc.sql(
            """
            select * from coordinator.run
            where ended_at is null and mode <> 'OBSERVE'
              and (account_key = :account or account_id = :account)
            order by id desc limit 1 for update\
            """)
        .param("account", request.account().value())
        .query(rows)
        .optional();
  }

  /// The run keeps the rule set and the checklist template that a person has put in force, seen by
  /// the statement that stores the run: no node goes on with another one.
  ///
  /// @param versions what holds as long as nobody has put a rule set in force
  /// @param behind the run whose end it waits for, and that it follows; null when it may begin at
  ///   once, and follows the account's newest run that has ended
  /// @return the run with its first attempt; empty when the source has already used the correlation
  ///   id
  Optional<Run> insert(
      RunId id, RunRequest request, Mode mode, Versions versions, @Nullable RunId behind) {
    return jdbc.sql(
            """
            with stored as (insert into coordinator.run (id, source, correlation_id, account_key, account_id,
              opportunity_id, mode, state, priority, previous_run, behind, coordinator,
              rule_set, rule_set_digest, shadow_digest, checklist_digest,
              checklist_shadow_digest, prompts, created_at, updated_at)
            select :id, :source, :correlation, :account, :accountId, :opportunity, :mode,
              :state, :priority,
              coalesce(cast(:behind as uuid),
                (select r.id from coordinator.run r
                 where r.ended_at is not null
                   and (r.account_key = :account or r.account_id = :account)
                 order by r.created_at desc limit 1)),
              cast(:behind as uuid), :coordinator,
              coalesce(rules.version, :ruleSet), coalesce(rules.digest, :ruleSetDigest),
              shadow.digest,
              (select a.digest from coordinator.document_act a
               where a.kind = 'CHECKLIST' and a.act in ('ACTIVATE', 'RETURN')
               order by a.number desc limit 1),
              (select a.digest from coordinator.document_act a
               where a.kind = 'CHECKLIST' and a.act in ('SHADOW', 'END_SHADOW')
               order by a.number desc limit 1),
              :prompts, :now, :now
            from (select 1) run
            left join lateral (
              select d.version, d.digest from coordinator.document_act a
              left join coordinator.document d on d.kind = a.kind and d.digest = a.digest
              where a.kind = 'RULES' and a.act in ('ACTIVATE', 'RETURN')
              order by a.number desc limit 1) rules on true
            left join lateral (
              select a.digest from coordinator.document_act a
              where a.kind = 'RULES' and a.act in ('SHADOW', 'END_SHADOW')
              order by a.number desc limit 1) shadow on true
            on conflict on constraint run_correlation do nothing returning *),
            history as (insert into coordinator.state_change (run_id, state, at, why)
              select id, state, created_at, :why from stored),
            attempt as (insert into coordinator.attempt (run_id, number, started_at)
              select id, attempt, created_at from stored)
            select * from stored\
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
        .param("behind", behind == null ? null : behind.value(), Types.OTHER)
        .param("coordinator", versions.coordinator())
        .param("ruleSet", versions.ruleSet())
        .param("ruleSetDigest", versions.ruleSetDigest())
        .param("prompts", versions.prompts())
        .param("now", now())
        .param("why", behind == null ? null : "Behind run %s.".formatted(behind), Types.VARCHAR)
        .query(rows)
        .optional();
  }

  private static @Nullable String salesforceId(RunRequest request) {
    return request.account().isSalesforceId() ? request.account().value() : null;
  }

  /// @throws ConflictingRunException when the event led to another run in this moment
  void remember(RunRequest request, RunId run) {
    boolean stored =
        jdbc.sql(
                    """
                    insert into coordinator.trigger_event
                      (source, event_id, correlation_id, run_id, account_key, received_at)
                    values (?, ?, ?, ?, ?, ?) on conflict (source, event_id) do nothing\
                    """)
                .params(
                    request.source(),
                    request.event(),
                    request.correlation(),
                    run.value(),
                    request.account().value(),
                    now())
                .update()
            == 1;
    if (!stored) {
      byEvent(request.source(), request.event())
          .filter(other -> !other.id().equals(run))
          .ifPresent(other -> {
            throw new ConflictingRunException(other.id(), request.event());
          });
    }
  }

  /// A trigger may name the deal anew, and ask for more caution; never for less.
  void adopt(Run run, @Nullable String opportunity, @Nullable Mode asked) {
    if (opportunity == null && asked == null) {
      return;
    }
    var mode = asked != null && run.mode().isLaxerThan(asked) ? asked : run.mode();
    jdbc.sql(
            """
            update coordinator.run set opportunity_id = coalesce(:opportunity, opportunity_id),
              mode = :mode where id = :id\
            """)
        .param("opportunity", opportunity)
        .param("mode", mode.name())
        .param("id", run.id().value())
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
