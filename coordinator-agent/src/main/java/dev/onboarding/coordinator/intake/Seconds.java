package dev.onboarding.coordinator.intake;

import java.time.Duration;

/// Waits as they are told to callers: whole seconds, rounded up.
final class Seconds {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Seconds() {}

  static Duration atMostAMinute(Duration wait) {
    return wait.compareTo(MINUTE) > 0 ? MINUTE : wait;
  }

  static String text(Duration wait) {
    return Math.max(1, wait.plusNanos(999_999_999).toSeconds()) + " s";
  }
}
