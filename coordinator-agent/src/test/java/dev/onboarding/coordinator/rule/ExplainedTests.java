package dev.onboarding.coordinator.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.LinkKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainedTests {

  private static final RuleSet POLICY = RuleSet.onboardingPolicy();

  static Stream<Cell> hindrances() {
    return Stream.concat(CustomerCells.cells(), MoneyCells.cells())
        .filter(cell -> cell.verdict() != Verdict.PROCEED);
  }

  @Test
  void namesWhatARowSawAndWhereThatWasRead() {
    Explained explained = explain(MoneyCells.overdue(SoundAccount.sound(), 25, "9000"));

    ExplainedRow row = explained.rows().getFirst();
    assertThat(row.rule()).isEqualTo("INV-04");
    assertThat(row.condition()).startsWith("invoice.days_overdue > 0");
    assertThat(row.facts())
        .extracting(SeenFact::name, SeenFact::value, SeenFact::unit)
        .containsExactly(
            tuple("invoice.days_overdue", "25", "calendar days"),
            tuple("invoice.remaining_minor", "900000", "smallest unit of the currency"));
    assertThat(row.evidence())
        .singleElement()
        .satisfies(read -> {
          assertThat(read.record()).isEqualTo("Invoice 1227");
          assertThat(read.call()).isEqualTo("call-1");
        });
  }

  @Test
  void saysWhatWouldLetItProceed() {
    WayOut wayOut = explain(MoneyCells.overdue(SoundAccount.sound(), 25, "9000")).wayOut();

    assertThat(wayOut.sentence())
        .isEqualTo("PROCEED if invoice INV-1227 has remaining 0.00 USD (now 9,000.00 USD).");
    assertThat(wayOut.changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.clears()).containsExactly("INV-04");
          assertThat(change.remedies()).containsExactly("Collect, or agree a payment plan.");
        });
  }

  @Test
  void namesEverythingThatIsInTheWayTogether() {
    WayOut wayOut =
        explain(
                SoundAccount.sound()
                    .with(Domain.OPPORTUNITY, "won", false)
                    .with(Domain.ACCOUNT, "industry", null)
                    .with(Domain.ACCOUNT, "name", null)
                    .links(SoundAccount.identity(LinkKind.CONTRACT_ACCOUNT, false)))
            .wayOut();

    assertThat(wayOut.sentence())
        .isEqualTo(
            "PROCEED if account ACME-001 has an industry (now none), and account ACME-001 has a"
                + " name (now none), and opportunity 006000000000001AAA is won, and link"
                + " CONTRACT_ACCOUNT is same.");
    assertThat(wayOut.provisional()).isFalse();
  }

  @Test
  void asksForADomainThatCouldNotBeRead() {
    var failure = Failure.of(ErrorType.NETWORK, "DOWN", null, "NetSuite is away.");

    WayOut wayOut = explain(SoundAccount.sound().failed(Domain.INVOICE, failure)).wayOut();

    assertThat(wayOut.sentence()).isEqualTo("PROCEED if the invoice can be read and is in order.");
    assertThat(wayOut.provisional()).isTrue();
  }

  @Test
  void hasNoWayOutOfWhatProceeds() {
    Explained explained = explain(SoundAccount.sound());

    assertThat(explained.decision().verdict()).isEqualTo(Verdict.PROCEED);
    assertThat(explained.wayOut()).isNull();
  }

  @Test
  void showsNothingPersonal() {
    Explained explained = explain(SoundAccount.sound().with(Domain.ACCOUNT, "id", null));
    Explained named =
        POLICY_ASKING_A_NAME.explain(SoundAccount.sound().assessments(), Contexts.PLAIN);

    assertThat(explained.rows().getFirst().facts()).noneMatch(fact -> "Acme".equals(fact.value()));
    assertThat(named.rows().getFirst().facts())
        .contains(
            new SeenFact(
                "account.name",
                "***",
                "",
                "***",
                "Name; absent when empty.",
                List.of("Account.Name")));
    assertThat(named.wayOut().toString()).doesNotContain("Acme");
  }

  @ParameterizedTest
  @MethodSource("hindrances")
  void findsAWayOutOfEveryRowOfThePolicy(Cell cell) {
    Explained explained = explain(cell.broken().apply(SoundAccount.sound()));

    assertThat(explained.wayOut()).as("%s", cell).isNotNull();
    assertThat(explained.wayOut().changes()).as("%s", explained.wayOut()).isNotEmpty();
  }

  @Test
  void decidesAsTheRuleSetDoes() {
    for (long seed = 0; seed < 300; seed++) {
      Assessments any = AnyAccount.of(seed).assessments();
      Explained explained = POLICY.explain(any, Contexts.PLAIN);

      assertThat(explained.decision()).isEqualTo(POLICY.decide(any, Contexts.PLAIN));
      assertThat(explained.wayOut() == null)
          .as("seed %d: %s", seed, explained)
          .isEqualTo(explained.rows().stream().noneMatch(row -> row.tier() != Tier.NOTE));
    }
  }

  private static final RuleSet POLICY_ASKING_A_NAME =
      RuleSet.load(
          "named.yaml",
          RuleSet.onboardingPolicyText()
              .replace("account.industry == null\n", "account.name == \"Acme\"\n"));

  private static Explained explain(SoundAccount account) {
    return POLICY.explain(account.assessments(), Contexts.PLAIN);
  }
}
