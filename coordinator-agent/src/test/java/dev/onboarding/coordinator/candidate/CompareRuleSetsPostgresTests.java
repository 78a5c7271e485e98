package dev.onboarding.coordinator.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.candidate.RuleSetComparison.Change;
import dev.onboarding.coordinator.candidate.RuleSetComparison.RowChange;
import dev.onboarding.coordinator.candidate.RuleSetComparison.Transition;
import dev.onboarding.coordinator.replay.ProvenRuns;
import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.coordinator.rule.SoundAccount;
import dev.onboarding.model.Money;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Domain;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CompareRuleSetsPostgresTests {

  /// Escalates what is late by more than a month, and not before.
  private static final RuleSet PATIENT =
      RuleSet.load(
          "patient.yaml",
          RuleSet.onboardingPolicyText()
              .replace("invoice.days_overdue > 0", "invoice.days_overdue > 30"));

  private final ProvenRuns runs = new ProvenRuns();
  private final CompareRuleSets compare =
      new CompareRuleSets(runs.database.jdbc, new CandidateSettings(2, 2), runs.database.clock);

  private void decided(String account, int daysOverdue) {
    runs.decided(
        account,
        SoundAccount.sound()
            .with(Domain.INVOICE, "daysOverdue", daysOverdue)
            .with(Domain.INVOICE, "remaining", Money.of("9000", "USD"))
            .assessments());
  }

  @Test
  void saysWhichAccountsWouldBeDecidedOtherwiseAndByWhichRow() {
    decided("LATE-40", 40);
    decided("LATE-20", 20);
    decided("LATE-10", 10);
    decided("IN-TIME", 0);

    var all = compare.since(PATIENT, Instant.EPOCH);

    assertThat(all.compared()).isEqualTo(4);
    assertThat(all.equal()).isEqualTo(2);
    assertThat(all.transitions())
        .containsExactly(new Transition(Verdict.ESCALATE, Verdict.PROCEED, 2));
    assertThat(all.rows()).containsExactly(new RowChange("INV-04", 0, 2, 2));
    assertThat(all.runs())
        .extracting(Change::account)
        .containsExactlyInAnyOrder("LATE-20", "LATE-10");
    assertThat(all.runs().getFirst().silent()).containsExactly("INV-04");
    assertThat(all.leftOff()).isZero();
  }

  @Test
  void namesSoManyAndCountsAll() {
    for (int i = 1; i <= 5; i++) {
      decided("LATE-" + i, i);
    }

    var all = compare.since(PATIENT, Instant.EPOCH);

    assertThat(all.otherwise()).isEqualTo(5);
    assertThat(all.runs()).hasSize(2);
    assertThat(all.leftOff()).isEqualTo(3);
  }

  @Test
  void looksNoFurtherBackThanAsked() {
    decided("LATE-20", 20);

    assertThat(compare.since(PATIENT, runs.database.clock.instant().plusSeconds(1)).compared())
        .isZero();
  }

  @Test
  void leavesOutWhatItCannotReadAndSaysSo() {
    decided("LATE-20", 20);
    runs.byHand("update coordinator.attempt set assessments = '{\"invoice\": 3}'");

    var all = compare.since(PATIENT, Instant.EPOCH);

    assertThat(all.compared()).isZero();
    assertThat(all.unreadable()).hasSize(1);
  }

  @Test
  void showsAsAPageThatLoadsNothingAndRunsNothing() {
    decided("LATE-20", 20);
    runs.byHand("update coordinator.run set account_key = '<script>alert(1)</script>'");

    var html = new ComparisonPage().html(compare.since(PATIENT, Instant.EPOCH));

    assertThat(html)
        .contains("1 of 1 decisions would be other ones", "ESCALATE", "PROCEED", "INV-04")
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script", "http://", "https://", "src=", "@import");
  }
}
