package dev.onboarding.coordinator.retention;

import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.finding.Assessments;

/// What an erasure leaves, for tests of what can still be proven then.
public final class ErasedFacts {

  private ErasedFacts() {}

  public static Assessments of(Assessments assessments) {
    return PersonalFacts.erased(assessments);
  }

  public static Decision of(Decision decision) {
    return PersonalFacts.erased(decision);
  }
}
