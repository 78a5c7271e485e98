package dev.onboarding.coordinator.run;

import java.util.List;

/// Whether a person's answer counts.
public sealed interface ApprovalResult {

  /// @param repeated whether the same answer had been given before
  record Accepted(Run run, boolean repeated) implements ApprovalResult {}

  /// @param code a stable name of the reason
  /// @param differences what is found now otherwise than was shown; empty for other reasons
  record Refused(String code, String detail, List<String> differences) implements ApprovalResult {

    public Refused {
      differences = List.copyOf(differences);
    }

    Refused(String code, String detail) {
      this(code, detail, List.of());
    }
  }
}
