package dev.onboarding.coordinator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The version before runs on the schema of this one, beside it or after a return: whatever it
/// wrote then can be written now, and whatever it left is carried on.
class MigrationPostgresTests {

  private final RunDatabase database = new RunDatabase();
  private final UUID run = UUID.randomUUID();

  @Test
  void takesEveryRowAsTheFirstVersionWroteIt() {
    writeAsTheFirstVersion("QUEUED");

    assertThat(database.claim(new RunId(run))).isPresent();
    assertThat(
            database
                .stores
                .journal()
                .recorded(new RunId(run), 1)
                .begun(new StepName<>("gather_evidence", String.class)))
        .isTrue();
  }

  @Test
  void asksNoColumnOfAnOlderVersionThatItDoesNotKnow() {
    var demanded =
        database
            .jdbc
            .sql(
                """
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'coordinator' and is_nullable = 'NO' and column_default is null
                  and is_identity = 'NO'
                  and table_name in ('run', 'trigger_event', 'state_change', 'attempt', 'step',
                    'approval', 'effect', 'report', 'tenant_claim')\
                """)
            .query(String.class)
            .list();

    assertThat(demanded).isSubsetOf(FIRST_VERSION);
    assertThat(demanded).hasSizeGreaterThan(40);
  }

  @Test
  void carriesOnWhatAnOlderVersionLeftWithoutAnExecution() {
    writeAsTheFirstVersion("WAITING_FACT");
    var forgotten =
        new ForgottenRuns(database.stores, database.queue, Duration.ofMinutes(1), database.clock);
    database.clock.advance(Duration.ofMinutes(2));

    forgotten.find();
    forgotten.find();

    assertThat(database.planned(new RunId(run))).isEqualTo(1);
    assertThat(database.executions()).isEqualTo(1);
  }

  private void writeAsTheFirstVersion(String state) {
    for (var statement :
        List.of(
            """
            insert into coordinator.run (id, source, correlation_id, account_key, mode, state,
              priority, coordinator, rule_set, rule_set_digest, prompts, created_at, updated_at)
            values (:run, 'crm', 'old', 'ACME-001', 'ACT', '%s', 90, '0', '1', 'd', 'none', now(),
              now())\
            """
                .formatted(state),
            """
            insert into coordinator.trigger_event (source, event_id, run_id, account_key, received_at)
            values ('crm', 'old', :run, 'ACME-001', now())\
            """,
            "insert into coordinator.attempt (run_id, number, started_at) values (:run, 1, now())",
            """
            insert into coordinator.step (run_id, attempt, name, key, tries, epoch, intent_at)
            values (:run, 1, 'gather_evidence', :run || '/1/gather_evidence', 1, 1, now())\
            """,
            """
            insert into coordinator.effect (key, run_id, kind, target, subject, content_digest,
              correlation_id, tries, intent_at)
            values (:run || '/x', :run, 'slack', '#c', 's', 'd', 'old', 1, now())\
            """)) {
      database.jdbc.sql(statement).param("run", run).update();
    }
  }

  /// What the first version writes into every row.
  private static final List<String> FIRST_VERSION =
      List.of(
          "run.id",
          "run.source",
          "run.correlation_id",
          "run.account_key",
          "run.mode",
          "run.state",
          "run.priority",
          "run.coordinator",
          "run.rule_set",
          "run.rule_set_digest",
          "run.prompts",
          "run.created_at",
          "run.updated_at",
          "trigger_event.source",
          "trigger_event.event_id",
          "trigger_event.run_id",
          "trigger_event.account_key",
          "trigger_event.received_at",
          "state_change.run_id",
          "state_change.state",
          "state_change.at",
          "attempt.run_id",
          "attempt.number",
          "attempt.started_at",
          "step.run_id",
          "step.attempt",
          "step.name",
          "step.key",
          "step.tries",
          "step.epoch",
          "step.intent_at",
          "approval.id",
          "approval.run_id",
          "approval.attempt",
          "approval.answer",
          "approval.approver",
          "approval.reason",
          "approval.findings_digest",
          "approval.answered_at",
          "effect.key",
          "effect.kind",
          "effect.target",
          "effect.subject",
          "effect.content_digest",
          "effect.correlation_id",
          "effect.tries",
          "effect.intent_at",
          "report.run_id",
          "report.attempt",
          "report.name",
          "report.media_type",
          "report.digest",
          "report.content",
          "report.written_at",
          "tenant_claim.account_id",
          "tenant_claim.environment",
          "tenant_claim.run_id",
          "tenant_claim.claimed_at");
}
