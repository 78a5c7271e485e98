package dev.onboarding.sandbox.docusign;

import java.time.Clock;

/// How many calls are left in the current window of the clock.
final class Allowance {

  private final Clock clock;
  private final long windowSeconds;
  private long window;
  private int used;

  Allowance(Clock clock, long windowSeconds) {
    this.clock = clock;
    this.windowSeconds = windowSeconds;
  }

  /// Counts one call.
  ///
  /// @return what is left after it; negative when there was none left
  synchronized int take(int limit) {
    long now = clock.instant().getEpochSecond() / windowSeconds;
    if (now != window) {
      window = now;
      used = 0;
    }
    if (used >= limit) {
      return -1;
    }
    used++;
    return limit - used;
  }

  /// When the next window begins, in epoch seconds.
  long reset() {
    return (clock.instant().getEpochSecond() / windowSeconds + 1) * windowSeconds;
  }
}
