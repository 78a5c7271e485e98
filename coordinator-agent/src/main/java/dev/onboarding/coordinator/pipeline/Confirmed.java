package dev.onboarding.coordinator.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether the evidence still holds.
///
/// @param readAgain false when it was young enough
/// @param differences what a fresh reading found otherwise
/// @param at when that was; null for what an older version recorded
public record Confirmed(boolean readAgain, List<String> differences, @Nullable Instant at) {

  public Confirmed {
    differences = List.copyOf(differences);
  }

  boolean isOlderThan(Duration age, Instant now) {
    return at != null && at.plus(age).isBefore(now);
  }
}
