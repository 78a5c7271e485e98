package dev.onboarding.connector.quota;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a system says of its two rates.
///
/// @param burst null where an answer does not name it
public record RatesSaid(Rate hourly, @Nullable Rate burst) {

  /// One rate.
  ///
  /// @param resetsAt when it starts anew; null where that is not said
  public record Rate(long limit, long left, @Nullable Instant resetsAt) {}
}
