package dev.onboarding.provisioning.decision;

import java.time.Instant;

/// A decision that was signed for this order.
///
/// @param run the run that came to it
/// @param digest digest of what was decided on
/// @param fingerprint tells it from every other decision
/// @param goodUntil after which it is refused by itself
public record VerifiedDecision(String run, String digest, String fingerprint, Instant goodUntil) {}
