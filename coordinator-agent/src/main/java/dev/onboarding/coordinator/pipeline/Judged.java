package dev.onboarding.coordinator.pipeline;

import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.RunContext;
import org.jspecify.annotations.Nullable;

/// The decision, with the digest of what it was made on and its own.
///
/// @param context what it was made under, beside the findings; null when an older version judged
/// @param findingsDigest over the facts alone, so that reading the same facts again gives the same
/// @param shadow what another rule set would have decided; null when none is tried
public record Judged(
    Decision decision,
    @Nullable RunContext context,
    String findingsDigest,
    String decisionDigest,
    @Nullable ShadowDecision shadow) {}
