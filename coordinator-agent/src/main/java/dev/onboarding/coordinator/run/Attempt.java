package dev.onboarding.coordinator.run;

import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.RunContext;
import dev.onboarding.model.finding.Assessments;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One pass of a run: what was known, and what was concluded from it. All but number and start are
/// null until it is decided.
///
/// @param context what it was decided under, beside the assessments; null also for what a version
///   decided that did not record it
public record Attempt(
    int number,
    Instant startedAt,
    @Nullable Instant decidedAt,
    @Nullable Assessments assessments,
    @Nullable RunContext context,
    @Nullable String findingsDigest,
    @Nullable Decision decision,
    @Nullable String decisionDigest) {}
