package dev.onboarding.adviser;

import dev.onboarding.model.Failure;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.finding.Assessments;
import java.util.List;

/// What advice is asked about.
///
/// @param failures what went wrong outside the assessments, for example while acting
public record AdviceRequest(Decision decision, Assessments assessments, List<Incident> failures) {

  public AdviceRequest {
    failures = List.copyOf(failures);
  }

  /// A failure and the step it happened in, for example `provision the tenant`.
  public record Incident(String during, Failure failure) {}
}
