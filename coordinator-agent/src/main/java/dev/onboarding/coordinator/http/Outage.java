package dev.onboarding.coordinator.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Tells callers how long to stay away while a system of ours is gone: about as long again as it
/// has been gone already.
final class Outage {

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /// Without a failure for so long, the next one is another outage.
  private static final Duration OVER = Duration.ofMinutes(1);

  private final Clock clock;
  private Instant began = Instant.MIN;
  private Instant lastSeen = Instant.MIN;

  Outage(Clock clock) {
    this.clock = clock;
  }

  synchronized Duration comeAgain() {
    var now = clock.instant();
    if (now.minus(OVER).isAfter(lastSeen)) {
      began = now;
    }
    lastSeen = now;
    var gone = Duration.between(began, now);
    if (gone.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return gone.compareTo(LONGEST) > 0 ? LONGEST : gone;
  }
}
