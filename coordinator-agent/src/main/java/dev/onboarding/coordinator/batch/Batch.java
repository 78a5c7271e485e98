package dev.onboarding.coordinator.batch;

import dev.onboarding.coordinator.run.Mode;
import dev.onboarding.model.Failure;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Many accounts asked about at once.
///
/// @param wonSince the earliest close date of the deals looked for; null when accounts were given
/// @param most how many deals, the latest first; null for all that are allowed
/// @param cursor where the search for deals goes on; null at its beginning
/// @param leftOut accounts that were found beyond what may be taken
/// @param tries how often the search was begun or taken up again
record Batch(
    BatchId id,
    String source,
    String correlationId,
    String requestDigest,
    @Nullable String requestedBy,
    Mode mode,
    @Nullable LocalDate wonSince,
    @Nullable Integer most,
    BatchState state,
    @Nullable String cursor,
    int leftOut,
    int tries,
    @Nullable Failure failure,
    Instant createdAt,
    Instant updatedAt) {}
