package dev.onboarding.coordinator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.coordinator.replay.Replayed.Result;
import dev.onboarding.coordinator.rule.SoundAccount;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.model.Money;
import dev.onboarding.model.finding.Domain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/// Whoever changes anything of a record by hand is found, and what was changed is named.
class ReplayPostgresTests {

  private final ProvenRuns runs = new ProvenRuns();
  private final Run run = runs.decided("ACME-001", overdue().assessments());

  private static SoundAccount overdue() {
    return SoundAccount.sound()
        .with(Domain.INVOICE, "daysOverdue", 25)
        .with(Domain.INVOICE, "remaining", Money.of("9000", "USD"));
  }

  @Test
  void provesADecisionFromItsRecordAlone() {
    var replayed = runs.replayed(run);

    assertThat(replayed.problems()).isEmpty();
    assertThat(replayed.result()).isEqualTo(Result.EQUAL);
    assertThat(replayed.verdict()).isEqualTo("ESCALATE");
    assertThat(replayed.entries()).isEqualTo(3);
    assertThat(replayed.head()).hasSize(64);
  }

  @Test
  void namesAFactThatWasChangedByHand() {
    change(
        "update coordinator.attempt set assessments = jsonb_set(assessments, '{invoice,findings,0,days_overdue}', '0')");

    says("/assessments/invoice/findings/0/days_overdue is 0 and was recorded as 25");
    assertThat(runs.replayed(run).problems())
        .as("and its decision no longer follows")
        .anyMatch(each -> each.kind() == Problem.Kind.DECISION && each.says().contains("INV-04"));
  }

  @Test
  void namesAPersonalFactWithoutRepeatingIt() {
    change(
        "update coordinator.attempt set assessments = jsonb_set(assessments, '{owner,findings,0,email}', '\"new@example.com\"')");

    says("/assessments/owner/findings/0/email is not what was recorded");
  }

  @Test
  void namesAFactThatWasChangedInTheJournal() {
    change(
        "update coordinator.step set outcome = jsonb_set(outcome, '{assessments,invoice,findings,0,days_overdue}', '0') where name = 'gather_evidence'");

    says(
        "step gather_evidence of attempt 1: /assessments/invoice/findings/0/days_overdue is 0 and was recorded as 25");
  }

  @Test
  void findsAFactThatWasChangedInEveryPlace() {
    change(
        "update coordinator.step set outcome = jsonb_set(outcome, '{assessments,invoice,findings,0,days_overdue}', '0') where name = 'gather_evidence'");
    change(
        "update coordinator.attempt set assessments = jsonb_set(assessments, '{invoice,findings,0,days_overdue}', '0')");

    says("the decision of attempt 1 is not what was recorded");
    says("step gather_evidence of attempt 1 is not what was recorded");
    says("INV-04 (warning) fired when it was recorded, and does not on these facts");
  }

  @Test
  void namesAVerdictThatWasChanged() {
    change(
        "update coordinator.attempt set decision = jsonb_set(decision, '{verdict}', '\"PROCEED\"')");

    says("/decision/verdict is \"PROCEED\" and was recorded as \"ESCALATE\"");
    says("PROCEED was recorded, and its facts give ESCALATE");
  }

  @Test
  void namesAVerdictThatWasChangedOnlyInTheListOfRuns() {
    change("update coordinator.run set verdict = 'PROCEED'");

    says("the run says PROCEED, its last decision ESCALATE");
  }

  @Test
  void namesARowOfTheRuleSetThatWasChanged() {
    change(
        "update coordinator.rule_set set content = replace(content, 'invoice.days_overdue > 0', 'invoice.days_overdue > 30')");

    says("the stored text of rule set " + ProvenRuns.POLICY.digest() + " is another one");
  }

  @Test
  void namesAnotherRuleSetThatARunIsSaidToHaveBegunWith() {
    change("update coordinator.run set rule_set_digest = 'another'");

    says(
        "entry 1 (step gather_evidence of attempt 1) does not follow from what identifies the run");
  }

  @Test
  void namesAnEntryThatWasDropped() {
    change("delete from coordinator.record where number = 2");

    says("entry 2 is missing");
    says("entry 3 (step judge_evidence of attempt 1) does not follow from the entries before it");
    says("judge_evidence of attempt 1 is in the database and not in the record");
  }

  @Test
  void namesTheLastEntryThatWasDropped() {
    change("delete from coordinator.record where number = 3");

    says("judge_evidence of attempt 1 is in the database and not in the record");
  }

  @Test
  void namesEntriesThatWereReordered() {
    runs.byHand("update coordinator.record set number = number + 10 where number in (1, 2)");
    runs.byHand("update coordinator.record set number = 13 - number where number > 10");

    says("entry 1 (the decision of attempt 1) does not follow from what identifies the run");
    says("entry 2 (step gather_evidence of attempt 1) does not follow from the entries before it");
  }

  @Test
  void namesAStepThatWasTakenAway() {
    change("delete from coordinator.step where name = 'gather_evidence'");

    says("step gather_evidence of attempt 1 was recorded and is not in the database any more");
  }

  @Test
  void namesAnOutcomeThatWasAdded() {
    change(
        "insert into coordinator.step select run_id, attempt, 'create_tenant', key || 'x', tries, failures, epoch, intent_at, outcome_at, outcome, failure, failing_since from coordinator.step where name = 'judge_evidence'");

    says("create_tenant of attempt 1 is in the database and not in the record");
  }

  @Test
  void namesAnAnswerThatIsGoneBeforeItsTime() {
    change("update coordinator.step set outcome = 'null' where name = 'gather_evidence'");

    says("step gather_evidence of attempt 1: what it came to is gone");
  }

  @Test
  void missesNoAnswerThatRetentionRemoved() {
    change("update coordinator.step set outcome = 'null'");
    change("update coordinator.run set journal_removed_at = now()");

    assertThat(runs.replayed(run).result()).isEqualTo(Result.EQUAL);
  }

  @Test
  void findsThatAllEntriesWereRemoved() {
    change("delete from coordinator.record");

    says("the record has no entry");
  }

  @Test
  void tellsARunOfBeforeThereWereRecordsFromOneThatIsProven() {
    change("delete from coordinator.record");
    change("update coordinator.run set record_salt = null");

    assertThat(runs.replayed(run).result()).isEqualTo(Result.NOT_CHAINED);
  }

  @Test
  void letsNobodyChangeAnEntryByTheWay() {
    assertThatThrownBy(
            () -> runs.database.jdbc.sql("update coordinator.record set attempt = 2").update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("never changed");
    assertThatThrownBy(() -> runs.database.jdbc.sql("delete from coordinator.record").update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void letsARecordGoWithItsRun() {
    runs.database.jdbc.sql("delete from coordinator.run").update();

    assertThat(
            runs.database
                .jdbc
                .sql("select count(*) from coordinator.record")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void readsTheWholeStoreAndTellsOnlyWhatDoesNotFit() {
    var other = runs.decided("BETA-002", SoundAccount.sound().assessments());
    runs.byHand(
        "update coordinator.attempt set assessments = jsonb_set(assessments, '{invoice,findings,0,days_overdue}', '9') where run_id = ?",
        other.id().value());
    var told = new ArrayList<Replayed>();

    var summary = new ReplayAll(runs.records, runs.texts).since(Instant.EPOCH, told::add);

    assertThat(summary.runs()).isEqualTo(2);
    assertThat(summary.results())
        .containsEntry(Result.EQUAL, 1L)
        .containsEntry(Result.NOT_TRUSTED, 1L);
    assertThat(summary.holds()).isFalse();
    assertThat(told).extracting(Replayed::account).containsExactly("BETA-002");
  }

  private void change(String sql) {
    runs.byHand(sql);
  }

  private void says(String expected) {
    var replayed = runs.replayed(run);
    assertThat(replayed.result()).isEqualTo(Result.NOT_TRUSTED);
    List<String> all = replayed.problems().stream().map(Problem::says).toList();
    assertThat(all).anySatisfy(each -> assertThat(each).contains(expected));
  }
}
