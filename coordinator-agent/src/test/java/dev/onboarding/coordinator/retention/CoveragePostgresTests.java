package dev.onboarding.coordinator.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.run.RunDatabase;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.Finding;
import dev.onboarding.model.finding.Personal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Fails when a new table or a new fact is covered by neither retention nor erasure.
class CoveragePostgresTests {

  /// Names runs that are gone.
  private static final Set<String> OUTLIVES = Set.of("retired_run.run_id");

  /// Texts that a request to erase removes, or replaces as a whole.
  private static final String ERASED =
      """
      advice.content
      advice.text
      approval.reason
      attempt.assessments
      attempt.decision
      batch_chunk.failure
      batch_item.failure
      batch_item.why
      effect.failure
      effect.subject
      effect.target
      operator_act.reason
      report.content
      run.account_name
      run.failure
      state_change.why
      step.failure
      step.outcome
      """;

  /// Texts that name no person, or that prove who answered for what.
  private static final String KEPT =
      """
      advice.model
      advice.origin
      advice.prompt_digest
      advice.source
      advice.task
      advice_order.ended
      advice_order.prompts
      advice_order.shadow
      approval.answer
      approval.approver
      approval.findings_digest
      attempt.context
      attempt.decision_digest
      attempt.findings_digest
      attempt.servers
      attempt.shadow
      batch.correlation_id
      batch.cursor
      batch.failure
      batch.mode
      batch.request_digest
      batch.requested_by
      batch.source
      batch.state
      batch_item.account_id
      batch_item.account_key
      batch_item.state
      document.content
      document.digest
      document.kind
      document.stored_by
      document.version
      document_act.act
      document_act.digest
      document_act.from_digest
      document_act.kind
      document_act.person
      document_act.reason
      docusign_event.account_id
      docusign_event.envelope_id
      docusign_event.event
      docusign_event.event_id
      docusign_event.generated_at
      docusign_event.status
      effect.content_digest
      effect.correlation_id
      effect.key
      effect.kind
      effect.reference
      erasure.account
      erasure.account_id
      erasure.failure
      erasure.provisioning
      erasure.reason
      erasure.requested_by
      operator_act.act
      operator_act.person
      paused_upstream.name
      paused_upstream.paused_by
      paused_upstream.reason
      record.hash
      record.kept
      record.kind
      record.name
      record.sealed
      report.digest
      report.media_type
      report.name
      rule_set.content
      rule_set.digest
      rule_set.version
      run.account_id
      run.account_key
      run.agents
      run.checklist_digest
      run.checklist_shadow_digest
      run.coordinator
      run.correlation_id
      run.mode
      run.opportunity_id
      run.prompts
      run.rule_set
      run.rule_set_digest
      run.shadow_digest
      run.source
      run.state
      run.verdict
      run_envelope.envelope_id
      slack_pace.channel
      state_change.state
      step.key
      step.name
      tenant_claim.account_id
      tenant_claim.environment
      trigger_event.account_key
      trigger_event.correlation_id
      trigger_event.event_id
      trigger_event.source
      upstream_act.act
      upstream_act.actor
      upstream_act.name
      upstream_act.reason
      """;

  /// Texts of findings that name no person: ids, keys, codes, terms.
  private static final Set<String> KEPT_FACTS =
      Set.of(
          "AccountFinding.mergedInto",
          "AccountFinding.id",
          "AccountFinding.externalKey",
          "AccountFinding.billingCountry",
          "AccountFinding.industry",
          "AccountFinding.ownerId",
          "OpportunityFinding.id",
          "OpportunityFinding.accountId",
          "OpportunityFinding.stage",
          "OpportunityFinding.contractId",
          "OpportunityFinding.tier",
          "OwnerFinding.id",
          "OwnerFinding.profileId",
          "OwnerFinding.managerId",
          "ContractFinding.id",
          "ContractFinding.accountId",
          "ContractFinding.effectiveSource",
          "ContractFinding.expirySource",
          "ContractFinding.crmStatus",
          "ContractFinding.paymentTerms",
          "InvoiceFinding.leftOutNumber",
          "InvoiceFinding.elsewhereNumber",
          "InvoiceFinding.id",
          "InvoiceFinding.number",
          "InvoiceFinding.accountId");

  private final RunDatabase database = new RunDatabase();

  @Test
  void everyTableThatNamesARunLetsItGo() {
    var columns = RunReferences.columns(database.jdbc);

    assertThat(columns).hasSizeGreaterThan(8);
    assertThat(columns)
        .filteredOn(each -> !OUTLIVES.contains(each.table() + "." + each.column()))
        .allSatisfy(each ->
            assertThat(each.rule())
                .as(
                    "%s: what becomes of it when its run is removed? on delete cascade, or set null",
                    each)
                .isIn("c", "n"));
  }

  @Test
  void everyTextOfTheSchemaIsErasedOrKeptOnPurpose() {
    var columns =
        database
            .jdbc
            .sql(
                """
                select c.relname || '.' || a.attname from pg_attribute a
                join pg_class c on c.oid = a.attrelid
                where c.relnamespace = 'coordinator'::regnamespace and c.relkind in ('r', 'p')
                  and a.attnum > 0 and not a.attisdropped
                  and a.atttypid::regtype::text in
                    ('text', 'text[]', 'character varying', 'json', 'jsonb', 'bytea')
                  and c.relname <> 'flyway_schema_history'
                order by 1\
                """)
            .query(String.class)
            .list();

    assertThat(columns)
        .as("a new text: does a customer's erasure remove it, or is it kept on purpose?")
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ERASED, KEPT).flatMap(String::lines).toList());
  }

  @Test
  void everyTextOfAFindingIsPersonalOrKeptOnPurpose() {
    var kept =
        Arrays.stream(Finding.class.getPermittedSubclasses())
            .flatMap(type -> Arrays.stream(type.getRecordComponents()))
            .filter(part -> part.getType() == String.class || part.getType() == Object.class)
            .filter(part -> !part.isAnnotationPresent(Personal.class))
            .map(part -> part.getDeclaringRecord().getSimpleName() + "." + part.getName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(kept)
        .as("a new text of a finding: is it @Personal, or kept on purpose?")
        .containsExactlyInAnyOrderElementsOf(KEPT_FACTS);
  }

  @Test
  void aFindingHoldsNothingElseThatCouldNameSomebody() {
    var types =
        Arrays.stream(Finding.class.getPermittedSubclasses())
            .flatMap(type -> Arrays.stream(type.getRecordComponents()))
            .map(part -> part.getGenericType().getTypeName().replaceAll("[a-z]+\\.", ""))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(types)
        .containsExactlyInAnyOrder(
            "boolean",
            "int",
            "double",
            "Boolean",
            "Double",
            "String",
            "LocalDate",
            "Money",
            "ContractState",
            "InvoiceStatus",
            "LinkKind",
            "List<BilledAmount>",
            "List<Evidence>");
    assertThat(Assessments.class.getRecordComponents())
        .hasSize(Finding.class.getPermittedSubclasses().length);
  }

  @Test
  void noTextIsBothErasedAndKept() {
    assertThat(List.of(ERASED.split("\n"))).doesNotContainAnyElementsOf(List.of(KEPT.split("\n")));
  }
}
