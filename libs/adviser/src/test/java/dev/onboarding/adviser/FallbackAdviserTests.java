package dev.onboarding.adviser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.adviser.Advice.Action;
import dev.onboarding.adviser.AdviceRequest.Incident;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.Domain;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FallbackAdviserTests {

  private static final FiredRow OVERDUE =
      row(
          "INV-04",
          Domain.INVOICE,
          Tier.WARNING,
          "Invoice 7 is 25 days overdue.",
          "Finance",
          "Collect.");
  private static final FiredRow UNSIGNED =
      row("CON-04", Domain.CONTRACT, Tier.VIOLATION, "Not signed.", "Legal", "Ask to sign.");
  private static final FiredRow NO_ACCOUNT =
      row("ACC-01", Domain.ACCOUNT, Tier.VIOLATION, "No account.", "Sales Ops", "Create it.");
  private static final FiredRow NAME =
      row("LNK-21", Domain.LINK, Tier.NOTE, "Another name.", "Finance", "Make them agree.");

  private final Adviser adviser = new FallbackAdviser();

  @Test
  void findsNoRiskWhereNothingFired() {
    Advice advice = adviser.advise(request(Verdict.PROCEED));

    assertThat(advice.source()).isEqualTo("fallback");
    assertThat(advice.riskLevel()).isEqualTo(RiskLevel.LOW);
    assertThat(advice.timeToResolve()).isEqualTo("Nothing to resolve");
    assertThat(advice.actions())
        .containsExactly(new Action("Schedule the kickoff with the customer", Team.CS, 2));
    assertThat(advice.failures()).isEmpty();
  }

  @Test
  void asksForADecisionFirstWhenItEscalates() {
    Advice advice = adviser.advise(request(Verdict.ESCALATE, OVERDUE));

    assertThat(advice.riskLevel()).isEqualTo(RiskLevel.MEDIUM);
    assertThat(advice.summary()).startsWith("1 concern needs").contains("25 days overdue");
    assertThat(advice.businessImpact()).contains("Revenue");
    assertThat(advice.timeToResolve()).isEqualTo("2 to 5 business days");
    assertThat(advice.actions())
        .containsExactly(
            new Action("Approve or reject the onboarding, with a reason", Team.CS, 1),
            new Action("Invoice: Collect", Team.FINANCE, 2));
  }

  @Test
  void callsManyWarningsAHighRisk() {
    Advice advice = adviser.advise(request(Verdict.ESCALATE, OVERDUE, OVERDUE, OVERDUE, OVERDUE));

    assertThat(advice.riskLevel()).isEqualTo(RiskLevel.HIGH);
    assertThat(advice.summary()).endsWith("And 1 more.");
    assertThat(advice.actions()).hasSize(2);
  }

  @Test
  void putsWhatBlocksBeforeWhatWarns() {
    Advice advice = adviser.advise(request(Verdict.BLOCK, UNSIGNED, OVERDUE, NAME));

    assertThat(advice.riskLevel()).isEqualTo(RiskLevel.HIGH);
    assertThat(advice.summary()).contains("must not be switched on", "Not signed.");
    assertThat(advice.summary()).doesNotContain("overdue");
    assertThat(advice.timeToResolve()).isEqualTo("3 to 10 business days");
    assertThat(advice.actions()).extracting(Action::priority).containsExactly(1, 2, 3, 3);
    assertThat(advice.actions().getFirst().owner()).isEqualTo(Team.LEGAL);
  }

  @Test
  void callsACustomerNobodyKnowsCritical() {
    assertThat(adviser.advise(request(Verdict.BLOCK, NO_ACCOUNT)).riskLevel())
        .isEqualTo(RiskLevel.CRITICAL);
  }

  @ParameterizedTest
  @EnumSource
  void explainsEveryFailureInPlainWords(ErrorType type) {
    Failure failure = Failure.of(type, "SOME_CODE", null, "raw words of the system");
    FiredRow failed =
        row(
            "INVOICE-FAILED",
            Domain.INVOICE,
            Tier.VIOLATION,
            "It failed.",
            failure.owner(),
            failure.resolution());

    Advice advice =
        adviser.advise(
            new AdviceRequest(decision(Verdict.BLOCK, failed), unread(failure), List.of()));

    assertThat(advice.riskLevel()).isEqualTo(RiskLevel.HIGH);
    assertThat(advice.businessImpact()).contains("could not be read");
    assertThat(advice.failures())
        .singleElement()
        .satisfies(explained -> {
          assertThat(explained.where()).isEqualTo("invoice");
          assertThat(explained.errorType()).isEqualTo(type.toString());
          assertThat(explained.explanation())
              .startsWith("NetSuite ")
              .contains("not because anything is known to be wrong")
              .doesNotContain("SOME_CODE");
          assertThat(explained.resolution()).isEqualTo(failure.resolution());
          assertThat(explained.owner()).isEqualTo(failure.owner());
        });
  }

  @Test
  void neverSaysThatAThrottledInvoiceIsMissing() {
    Failure throttled =
        Failure.of(ErrorType.RATE_LIMIT, "CONCURRENCY_LIMIT_EXCEEDED", 429, "Slow down.");
    FiredRow failed =
        row(
            "INVOICE-FAILED",
            Domain.INVOICE,
            Tier.VIOLATION,
            "Could not be read.",
            "Integration Admin",
            "Back off.");

    Advice advice =
        adviser.advise(
            new AdviceRequest(decision(Verdict.BLOCK, failed), unread(throttled), List.of()));

    assertThat(advice.toString())
        .doesNotContainIgnoringCase("missing")
        .doesNotContain("no invoice");
    assertThat(advice.timeToResolve()).startsWith("Minutes");
  }

  @Test
  void tellsWhatWentWrongWhileActing() {
    Failure failure = Failure.of(ErrorType.SERVER_ERROR, "SERVER_ERROR", 503, "Down.");

    Advice advice =
        adviser.advise(
            new AdviceRequest(
                decision(Verdict.PROCEED),
                nothing(),
                List.of(new Incident("notify Slack", failure))));

    assertThat(advice.riskLevel()).isEqualTo(RiskLevel.MEDIUM);
    assertThat(advice.summary()).contains("notify Slack");
    assertThat(advice.actions().getFirst().title()).startsWith("Notify Slack: ");
    assertThat(advice.failures()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "System Admin, IT_DEVOPS",
    "Data Admin, SALES_OPS",
    "Support Team, IT_DEVOPS",
    "Legal, LEGAL",
    "Somebody new, CS"
  })
  void findsTheTeamBehindEveryOwner(String owner, Team team) {
    assertThat(Teams.of(owner)).isEqualTo(team);
  }

  @Test
  void advisesTheSameTwice() {
    AdviceRequest request = request(Verdict.BLOCK, UNSIGNED, OVERDUE);

    assertThat(adviser.advise(request)).isEqualTo(adviser.advise(request));
  }

  private static AdviceRequest request(Verdict verdict, FiredRow... fired) {
    return new AdviceRequest(decision(verdict, fired), nothing(), List.of());
  }

  private static Decision decision(Verdict verdict, FiredRow... fired) {
    return new Decision(verdict, Stream.of(fired).toList(), "1", "digest");
  }

  private static Assessments nothing() {
    return new Assessments(
        Assessment.judged(Domain.ACCOUNT, List.of()),
        Assessment.judged(Domain.OPPORTUNITY, List.of()),
        Assessment.judged(Domain.OWNER, List.of()),
        Assessment.judged(Domain.CONTRACT, List.of()),
        Assessment.judged(Domain.INVOICE, List.of()),
        Assessment.judged(Domain.LINK, List.of()));
  }

  private static Assessments unread(Failure failure) {
    Assessments rest = nothing();
    return new Assessments(
        rest.account(),
        rest.opportunity(),
        rest.owner(),
        rest.contract(),
        Assessment.failed(Domain.INVOICE, failure),
        rest.link());
  }

  private static FiredRow row(
      String rule, Domain domain, Tier tier, String says, String owner, String remedy) {
    return new FiredRow(rule, domain, tier, says, owner, remedy);
  }
}
