package dev.onboarding.coordinator.run;

/// Whether a person's order is followed.
public sealed interface OrderResult {

  /// @param repeated whether the same had been ordered before
  record Accepted(Run run, boolean repeated) implements OrderResult {}

  /// @param code a stable name of the reason
  record Refused(String code, String detail) implements OrderResult {}
}
