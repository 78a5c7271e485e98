package dev.onboarding.coordinator.rule;

import dev.onboarding.model.Failure;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessment.Outcome;
import dev.onboarding.model.finding.Fact;
import org.jspecify.annotations.Nullable;

/// What rules may ask about a domain's answer as a whole.
record AssessmentFacts(
    @Fact(
            value = "Which domain answered, in lower case.",
            values = {"account", "opportunity", "owner", "contract", "invoice", "link"})
        String domain,
    @Fact("How it answered.") Outcome outcome,
    @Fact("How many findings it gave.") int findings,
    @Fact("Why it was not judged; absent otherwise.") @Nullable String because,
    @Fact(
            "Whether a warning or violation of another domain is there; one that was not judged"
                + " needs it.")
        boolean explained,
    @Fact(
            value = "Kind of the failure, in lower case; absent unless it failed.",
            values = {
              "authentication",
              "authorization",
              "validation",
              "rate_limit",
              "server_error",
              "network",
              "indeterminate"
            })
        @Nullable String failureType,
    @Fact("Code of the failure; absent unless it failed.") @Nullable String failureCode,
    @Fact("What failed, in plain words; absent unless it failed.") @Nullable String failureMessage,
    @Fact("What repairs it; absent unless it failed.") @Nullable String failureResolution,
    @Fact("Who repairs it; absent unless it failed.") @Nullable String failureOwner) {

  static AssessmentFacts of(Assessment<?> assessment, boolean explained) {
    Failure failure = assessment.failure();
    return new AssessmentFacts(
        assessment.domain().toString(),
        assessment.outcome(),
        assessment.findings().size(),
        assessment.because(),
        explained,
        failure == null ? null : failure.errorType().toString(),
        failure == null ? null : failure.errorCode(),
        failure == null ? null : failure.message(),
        failure == null ? null : failure.resolution(),
        failure == null ? null : failure.owner());
  }
}
