package dev.onboarding.coordinator.budget;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An allocation that a system counts.
///
/// @param kept what machines leave to people
/// @param perHour the pace of the last hour; null until there is one
/// @param usedUpAt when it will be used up at that pace; null when it will not
/// @param resetsAt when it starts anew; null when that is not said
/// @param readAt when the system said so
public record Allocation(
    String system,
    String allocation,
    long used,
    long allowed,
    long kept,
    @Nullable BigDecimal perHour,
    @Nullable Instant usedUpAt,
    @Nullable Instant resetsAt,
    Instant readAt) {}
