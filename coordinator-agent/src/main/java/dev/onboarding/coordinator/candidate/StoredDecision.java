package dev.onboarding.coordinator.candidate;

import dev.onboarding.model.decision.RunContext;
import dev.onboarding.model.finding.Assessments;
import java.time.Instant;
import java.util.UUID;

/// The last decision of a run, with everything it takes to decide again.
record StoredDecision(
    UUID run,
    String account,
    int attempt,
    Instant decidedAt,
    Assessments assessments,
    RunContext context,
    Judgement recorded) {}
