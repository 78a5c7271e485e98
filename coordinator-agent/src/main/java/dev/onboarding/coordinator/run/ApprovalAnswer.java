package dev.onboarding.coordinator.run;

/// What a person answered to an escalation.
///
/// @param findingsDigest of the findings the person was shown
public record ApprovalAnswer(
    Approval.Answer answer, String approver, String reason, String findingsDigest) {}
