package dev.onboarding.coordinator.run;

import java.time.Instant;
import java.util.UUID;

/// A person's answer to an escalation, on exactly the findings that were shown.
public record Approval(
    UUID id,
    int attempt,
    Answer answer,
    String approver,
    String reason,
    String findingsDigest,
    Instant answeredAt) {

  /// What a person may answer.
  public enum Answer {
    APPROVE,
    REJECT
  }
}
