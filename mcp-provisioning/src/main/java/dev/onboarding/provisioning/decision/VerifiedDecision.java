package dev.onboarding.provisioning.decision;

/// A decision that was signed for this account and allows a tenant.
///
/// @param run the run that came to it
/// @param digest digest of what was decided on
public record VerifiedDecision(String run, String digest) {}
