package dev.onboarding.coordinator.run;

import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.finding.Assessments;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One pass of a run: what was known, and what was concluded from it. All but number and start are
/// null until it is decided.
public record Attempt(
    int number,
    Instant startedAt,
    @Nullable Instant decidedAt,
    @Nullable Assessments assessments,
    @Nullable String findingsDigest,
    @Nullable Decision decision,
    @Nullable String decisionDigest) {}
