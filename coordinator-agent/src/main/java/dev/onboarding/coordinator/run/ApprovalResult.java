package dev.onboarding.coordinator.run;

/// Whether a person's answer counts.
public sealed interface ApprovalResult {

  /// @param repeated whether the same answer had been given before
  record Accepted(Run run, boolean repeated) implements ApprovalResult {}

  /// @param code a stable name of the reason
  record Refused(String code, String detail) implements ApprovalResult {}
}
