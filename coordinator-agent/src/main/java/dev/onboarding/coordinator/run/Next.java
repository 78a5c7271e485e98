package dev.onboarding.coordinator.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the scheduler does with a run after an execution.
///
/// @param at when to go on; null when something else must happen first
record Next(@Nullable Instant at) {

  static Next rest() {
    return new Next(null);
  }

  static Next again(Instant at) {
    return new Next(at);
  }
}
