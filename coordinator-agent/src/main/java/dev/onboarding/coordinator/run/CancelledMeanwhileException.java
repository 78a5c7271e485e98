package dev.onboarding.coordinator.run;

/// Stops an execution between two steps because a person cancelled its run.
final class CancelledMeanwhileException extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
