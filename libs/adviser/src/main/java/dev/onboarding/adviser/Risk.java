package dev.onboarding.adviser;

import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessment.Outcome;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.Domain;

/// How much is at stake, and what it would mean for the business.
record Risk(RiskLevel level, String businessImpact) {

  private static final int MANY_VIOLATIONS = 3;
  private static final int MANY_WARNINGS = 4;

  static Risk of(AdviceRequest request) {
    Decision decision = request.decision();
    return switch (decision.verdict()) {
      case PROCEED -> proceeding(request);
      case ESCALATE ->
          new Risk(
              decision.fired(Tier.WARNING).size() >= MANY_WARNINGS
                  ? RiskLevel.HIGH
                  : RiskLevel.MEDIUM,
              escalated(decision));
      case BLOCK -> blocked(request);
    };
  }

  private static Risk proceeding(AdviceRequest request) {
    return request.failures().isEmpty()
        ? new Risk(
            RiskLevel.LOW, "No harm expected: the customer can start, and revenue is secured.")
        : new Risk(
            RiskLevel.MEDIUM,
            "The customer may start, but a step towards it failed; the start may be delayed.");
  }

  private static Risk blocked(AdviceRequest request) {
    if (onlyUnread(request)) {
      return new Risk(
          RiskLevel.HIGH,
          "The start is delayed by a system that could not be read; nothing is known to be wrong"
              + " with the customer.");
    }
    boolean critical =
        request.decision().fired(Tier.VIOLATION).size() >= MANY_VIOLATIONS
            || violates(request, Domain.ACCOUNT)
            || violates(request, Domain.LINK);
    return new Risk(
        critical ? RiskLevel.CRITICAL : RiskLevel.HIGH,
        impact(request.decision().fired().getFirst()));
  }

  private static boolean violates(AdviceRequest request, Domain domain) {
    return hasFindings(request.assessments(), domain)
        && request.decision().fired(Tier.VIOLATION).stream()
            .anyMatch(row -> row.domain() == domain);
  }

  /// Whether every violation is a domain that could not be read.
  private static boolean onlyUnread(AdviceRequest request) {
    return request.decision().fired(Tier.VIOLATION).stream()
        .allMatch(row -> outcome(request.assessments(), row.domain()) == Outcome.FAILED);
  }

  private static boolean hasFindings(Assessments assessments, Domain domain) {
    return outcome(assessments, domain) == Outcome.JUDGED;
  }

  private static Outcome outcome(Assessments assessments, Domain domain) {
    return assessments.all().stream()
        .filter(one -> one.domain() == domain)
        .map(Assessment::outcome)
        .findFirst()
        .orElse(Outcome.NOT_JUDGED);
  }

  private static String impact(FiredRow gravest) {
    return switch (gravest.domain()) {
      case ACCOUNT -> "A tenant would be opened for a customer that the CRM does not vouch for.";
      case OPPORTUNITY -> "A tenant would be opened before the deal is won, without revenue.";
      case OWNER -> "Nobody would be responsible for the customer once the tenant is open.";
      case CONTRACT -> "Service would be given without a contract in force.";
      case INVOICE -> "Service would be given without a sound invoice behind it.";
      case LINK -> "Deal, contract and invoice may belong to different customers.";
    };
  }

  private static String escalated(Decision decision) {
    return switch (decision.fired(Tier.WARNING).getFirst().domain()) {
      case ACCOUNT -> "Records of the customer are incomplete; reporting and service may suffer.";
      case OPPORTUNITY -> "Terms of the deal are not certain; the tenant may get the wrong scope.";
      case OWNER -> "The customer's owner is hard to reach; questions may stay unanswered.";
      case CONTRACT -> "The contract is not complete in every point; the start may be premature.";
      case INVOICE -> "Revenue is at risk: what is billed is not yet paid as agreed.";
      case LINK -> "Systems disagree about the worth of the deal; billing may be wrong.";
    };
  }
}
