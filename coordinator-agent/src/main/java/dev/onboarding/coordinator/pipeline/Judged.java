package dev.onboarding.coordinator.pipeline;

import dev.onboarding.model.decision.Decision;

/// The decision, with the digest of what it was made on and its own.
///
/// @param findingsDigest over the facts alone, so that reading the same facts again gives the same
public record Judged(Decision decision, String findingsDigest, String decisionDigest) {}
