package dev.onboarding.coordinator.run;

/// Stops an execution whose run was taken over by another: nothing it still wants to write may
/// count.
public final class LostLeaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// @param run as the execution holds it
  public LostLeaseException(Run run) {
    super("Run %s is no longer held under epoch %d".formatted(run.id(), run.epoch()));
  }
}
