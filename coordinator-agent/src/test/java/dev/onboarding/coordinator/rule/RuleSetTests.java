package dev.onboarding.coordinator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.Money;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.ContractState;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.InvoiceStatus;
import dev.onboarding.model.finding.LinkKind;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RuleSetTests {

  private static final String POLICY = RuleSet.onboardingPolicyText();

  private final RuleSet policy = RuleSet.onboardingPolicy();

  @ParameterizedTest
  @EnumSource
  void blocksOnAFailedDomainWhateverTheFailure(ErrorType type) {
    Failure failure = Failure.of(type, "SOME_CODE", null, "NetSuite did not answer.");

    for (Domain domain : Domain.values()) {
      Decision decision =
          policy.decide(SoundAccount.sound().failed(domain, failure).assessments(), Contexts.PLAIN);

      FiredRow row = decision.fired().getFirst();
      assertThat(decision.verdict()).isEqualTo(Verdict.BLOCK);
      assertThat(decision.fired()).hasSize(1);
      assertThat(row.rule()).isEqualTo(domain.name() + "-FAILED");
      assertThat(row.domain()).isEqualTo(domain);
      assertThat(row.says()).contains("NetSuite did not answer.", "SOME_CODE");
      assertThat(row.owner()).isEqualTo(failure.owner());
      assertThat(row.remedy()).isEqualTo(failure.resolution());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LINK")
  void blocksWhenADomainSaysNothing(Domain domain) {
    Decision decision =
        policy.decide(SoundAccount.sound().silent(domain).assessments(), Contexts.PLAIN);

    assertThat(decision.verdict()).isEqualTo(Verdict.BLOCK);
    assertThat(decision.fired())
        .extracting(FiredRow::rule)
        .containsExactly(domain.name() + "-MISSING");
  }

  @Test
  void addsNothingForADomainThatAnotherFindingExplains() {
    Decision decision =
        policy.decide(
            SoundAccount.sound()
                .with(Domain.ACCOUNT, "ownerId", null)
                .notJudged(Domain.OWNER)
                .assessments(),
            Contexts.PLAIN);

    assertThat(decision.fired()).extracting(FiredRow::rule).containsExactly("ACC-13");
    assertThat(decision.verdict()).isEqualTo(Verdict.ESCALATE);
  }

  @Test
  void escalatesADomainThatNobodyExplains() {
    Decision decision =
        policy.decide(
            SoundAccount.sound().notJudged(Domain.CONTRACT).assessments(), Contexts.PLAIN);

    assertThat(decision.fired()).extracting(FiredRow::rule).containsExactly("CONTRACT-UNEXPLAINED");
    assertThat(decision.verdict()).isEqualTo(Verdict.ESCALATE);
  }

  @Test
  void putsViolationsFirst() {
    Decision decision =
        policy.decide(
            SoundAccount.sound()
                .with(Domain.ACCOUNT, "industry", null)
                .with(Domain.INVOICE, "status", InvoiceStatus.VOIDED)
                .links(SoundAccount.identity(LinkKind.CUSTOMER_NAME, false))
                .assessments(),
            Contexts.PLAIN);

    assertThat(decision.fired())
        .extracting(FiredRow::rule)
        .containsExactly("INV-06", "ACC-12", "LNK-21");
  }

  @Test
  void doesNotTrustAShareThatIsNoNumber() {
    Decision decision =
        policy.decide(
            SoundAccount.sound().with(Domain.INVOICE, "paidShare", Double.NaN).assessments(),
            Contexts.PLAIN);

    assertThat(decision.fired()).extracting(FiredRow::rule).containsExactly("INV-12");
  }

  @Test
  void neverStopsOnAnAmountTooLargeToCount() {
    var huge = new Money(new BigDecimal("9e30"), "USD");

    Decision decision =
        policy.decide(
            SoundAccount.sound().with(Domain.OPPORTUNITY, "amount", huge).assessments(),
            Contexts.PLAIN);

    assertThat(decision.fired()).extracting(FiredRow::rule).containsExactly("OPP-11");
  }

  @Test
  void knowsEveryValueThatTheModelCanGive() {
    for (ContractState state : ContractState.values()) {
      assertThat(rules(SoundAccount.sound().with(Domain.CONTRACT, "state", state)))
          .doesNotContain("CON-UNKNOWN");
    }
    for (InvoiceStatus status : InvoiceStatus.values()) {
      assertThat(rules(SoundAccount.sound().with(Domain.INVOICE, "status", status)))
          .doesNotContain("INV-UNKNOWN");
    }
    for (LinkKind kind : List.of(LinkKind.DEAL_ACCOUNT, LinkKind.CUSTOMER_NAME)) {
      assertThat(rules(SoundAccount.sound().links(SoundAccount.identity(kind, true)))).isEmpty();
    }
  }

  @Test
  void escalatesAStatusThatNoRowKnows() {
    RuleSet older =
        RuleSet.load(
            "older.yaml",
            POLICY
                .replace("\"PENDING_APPROVAL\", ", "")
                .replace("invoice.status == \"PENDING_APPROVAL\"", "false"));

    Decision decision =
        older.decide(
            SoundAccount.sound()
                .with(Domain.INVOICE, "status", InvoiceStatus.PENDING_APPROVAL)
                .assessments(),
            Contexts.PLAIN);

    assertThat(decision.fired()).extracting(FiredRow::rule).containsExactly("INV-UNKNOWN");
    assertThat(decision.verdict()).isEqualTo(Verdict.ESCALATE);
  }

  @Test
  void countsAConditionThatCannotBeAnsweredAsAViolation() {
    RuleSet careless =
        RuleSet.load(
            "careless.yaml",
            POLICY.replace(
                "when: invoice.count > 0 && invoice.due == null",
                "when: invoice.unapplied_credit_minor < 0"));

    Decision decision = careless.decide(SoundAccount.sound().assessments(), Contexts.PLAIN);

    assertThat(decision.verdict()).isEqualTo(Verdict.BLOCK);
    assertThat(decision.fired())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.rule()).isEqualTo("INV-13");
          assertThat(row.tier()).isEqualTo(Tier.VIOLATION);
          assertThat(row.says()).contains("could not be answered");
        });
  }

  @Test
  void letsARowAskAboutTheRun() {
    RuleSet cautious =
        RuleSet.load(
            "cautious.yaml",
            POLICY.replace(
                "when: invoice.count > 0 && invoice.due == null",
                "when: run.tier == \"ENTERPRISE\" && run.attempt > 1 && invoice.count > 0"));
    SoundAccount account = SoundAccount.sound();

    assertThat(cautious.decide(account.assessments(), Contexts.PLAIN).fired()).isEmpty();
    assertThat(cautious.decide(account.assessments(), Contexts.attempt(2)).fired())
        .extracting(FiredRow::rule)
        .containsExactly("INV-13");
  }

  @Test
  void namesTheRunInASentence() {
    RuleSet dated =
        RuleSet.load(
            "dated.yaml",
            POLICY.replace(
                "{invoice.remaining} remains.", "{run.source} asked on {run.judged_on}."));

    Decision decision =
        dated.decide(
            MoneyCells.overdue(SoundAccount.sound(), 25, "9000").assessments(), Contexts.PLAIN);

    assertThat(decision.fired().getFirst().says()).endsWith("billing asked on 2024-10-04.");
  }

  @Test
  void keepsItsDigestWhenOnlyTheLayoutChanges() {
    String laidOut = "# A comment.\n" + POLICY.replace("\n\n", "\n\n\n");

    assertThat(RuleSet.load("other.yaml", laidOut).digest())
        .isEqualTo(policy.digest())
        .matches("[0-9a-f]{64}");
  }

  @ParameterizedTest
  @CsvSource({
    "0.5),0.6)",
    "Collect,Call",
    "1.1.0,1.1.1",
    "LNK-21,LNK-22",
    "tier: note,tier: warning"
  })
  void changesItsDigestWithEveryChangeOfMeaning(String text, String other) {
    RuleSet changed = RuleSet.load("changed.yaml", POLICY.replace(text, other));

    assertThat(changed.digest()).isNotEqualTo(policy.digest());
  }

  private List<String> rules(SoundAccount account) {
    return policy.decide(account.assessments(), Contexts.PLAIN).fired().stream()
        .map(FiredRow::rule)
        .toList();
  }
}
