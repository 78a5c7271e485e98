package dev.onboarding.coordinator.run;

import dev.onboarding.model.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One row of the journal.
///
/// @param tries how often the intent was recorded
/// @param outcome null while the outcome is unknown or the step failed
public record StepRow(
    int attempt,
    String name,
    String key,
    int tries,
    Instant intentAt,
    @Nullable Instant outcomeAt,
    @Nullable JsonNode outcome,
    @Nullable Failure failure) {}
