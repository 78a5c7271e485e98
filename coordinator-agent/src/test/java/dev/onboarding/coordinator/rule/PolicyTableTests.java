package dev.onboarding.coordinator.rule;

import static dev.onboarding.coordinator.rule.SoundAccount.amounts;
import static dev.onboarding.model.decision.Verdict.BLOCK;
import static dev.onboarding.model.decision.Verdict.ESCALATE;
import static dev.onboarding.model.decision.Verdict.PROCEED;
import static dev.onboarding.model.finding.Domain.CONTRACT;
import static dev.onboarding.model.finding.LinkKind.DEAL_AND_INVOICE_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.finding.ContractState;
import dev.onboarding.model.finding.LinkFinding;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every cell of the policy on both sides of its edge: just broken it fires alone, just sound it is
/// silent.
class PolicyTableTests {

  private static final RuleSet POLICY = RuleSet.onboardingPolicy();
  private static final LocalDate RATE_DAY = LocalDate.EPOCH.plusDays(20_000);

  static Stream<Cell> cells() {
    return Stream.concat(CustomerCells.cells(), MoneyCells.cells());
  }

  @ParameterizedTest
  @MethodSource("cells")
  void firesAloneOnTheBrokenSide(Cell cell) {
    Decision decision =
        POLICY.decide(cell.broken().apply(SoundAccount.sound()).assessments(), Contexts.PLAIN);

    assertThat(decision.fired()).extracting(FiredRow::rule).containsExactly(cell.rule());
    assertThat(decision.verdict()).isEqualTo(cell.verdict());
  }

  @ParameterizedTest
  @MethodSource("cells")
  void isSilentOnTheSoundSide(Cell cell) {
    Decision decision =
        POLICY.decide(cell.sound().apply(SoundAccount.sound()).assessments(), Contexts.PLAIN);

    assertThat(decision.fired()).isEmpty();
    assertThat(decision.verdict()).isEqualTo(PROCEED);
  }

  @Test
  void hasACellForEveryRow() {
    var rows =
        POLICY.rows().stream()
            .filter(row -> !row.on().equals("any"))
            .map(Row::id)
            .collect(Collectors.toSet());

    assertThat(rows).hasSizeGreaterThan(50);
    assertThat(cells().map(Cell::rule)).containsAll(rows);
  }

  @Test
  void namesTheStateOfTheContract() {
    for (ContractState state : ContractState.values()) {
      Decision decision =
          POLICY.decide(
              SoundAccount.sound().with(CONTRACT, "state", state).assessments(), Contexts.PLAIN);

      assertThat(decision.verdict())
          .isEqualTo(
              switch (state) {
                case EXECUTED -> PROCEED;
                case SIGNED -> ESCALATE;
                default -> BLOCK;
              });
    }
    assertThat(says("SIGNING_DEADLINE_PASSED")).contains("signing deadline");
    assertThat(says("DRAFT")).contains("draft");
    assertThat(says("SENT")).contains("sent");
    assertThat(says("DECLINED")).contains("declined");
    assertThat(says("VOIDED")).contains("voided");
  }

  @Test
  void escalatesASignedContractThroughItsPendingSignatory() {
    Decision decision =
        POLICY.decide(
            SoundAccount.sound()
                .with(CONTRACT, "state", ContractState.SIGNED)
                .with(CONTRACT, "pendingSignatories", 1)
                .assessments(),
            Contexts.PLAIN);

    assertThat(decision.fired()).extracting(FiredRow::rule).containsExactly("CON-13");
    assertThat(decision.fired().getFirst().says()).contains("signed", "pending: 1");
  }

  @Test
  void saysWithMoneyAndDaysWhatIsOverdue() {
    Decision decision =
        POLICY.decide(
            MoneyCells.overdue(SoundAccount.sound(), 25, "9000").assessments(), Contexts.PLAIN);

    assertThat(decision.fired().getFirst().says())
        .isEqualTo("Invoice INV-1227 is 25 days overdue; 9,000.00 USD remains.");
  }

  @Test
  void comparesDifferentCurrenciesByARateWithADate() {
    var link = amounts(DEAL_AND_INVOICE_VALUE, 0.01);
    var byRate =
        new LinkFinding(
            link.kind(), null, 0.01, true, RATE_DAY, "a", "b", "Sentence.", link.evidence());

    assertThat(
            POLICY
                .decide(SoundAccount.sound().links(byRate).assessments(), Contexts.PLAIN)
                .verdict())
        .isEqualTo(PROCEED);
  }

  private static String says(String state) {
    return POLICY
        .decide(
            SoundAccount.sound()
                .with(CONTRACT, "state", ContractState.valueOf(state))
                .assessments(),
            Contexts.PLAIN)
        .fired()
        .getFirst()
        .says();
  }
}
