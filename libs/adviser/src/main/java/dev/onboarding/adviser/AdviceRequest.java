package dev.onboarding.adviser;

import dev.onboarding.model.Failure;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.finding.Assessments;
import java.util.List;

/// What advice is asked about.
///
/// @param failures what went wrong outside the assessments, for example while acting
public record AdviceRequest(
    Decision decision, Assessments assessments, List<Incident> failures, AdviceContext context) {

  public AdviceRequest {
    failures = List.copyOf(failures);
  }

  /// Asked outside a run, with the prompts that come with the library.
  public AdviceRequest(Decision decision, Assessments assessments, List<Incident> failures) {
    this(decision, assessments, failures, AdviceContext.none());
  }

  /// A failure and the step it happened in, for example `provision the tenant`.
  public record Incident(String during, Failure failure) {}
}
