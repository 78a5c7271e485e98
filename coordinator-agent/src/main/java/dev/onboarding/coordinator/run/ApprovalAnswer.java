package dev.onboarding.coordinator.run;

import org.jspecify.annotations.Nullable;

/// What a person answered to an escalation.
///
/// @param findingsDigest of the findings the person was shown; null when the page did not send it
public record ApprovalAnswer(
    Approval.Answer answer, String approver, String reason, @Nullable String findingsDigest) {}
