package dev.onboarding.coordinator.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

  /// As exact as the store.
  public Approval {
    answeredAt = answeredAt.truncatedTo(ChronoUnit.MICROS);
  }

  /// Whether the same person gives the same answer on the same findings.
  boolean isSameAs(ApprovalAnswer other) {
    return answer == other.answer()
        && approver.equals(other.approver())
        && findingsDigest.equals(other.findingsDigest());
  }

  /// What a person may answer.
  public enum Answer {
    APPROVE,
    REJECT
  }
}
