package dev.onboarding.coordinator.intake;

import java.time.Duration;
import java.time.Instant;

/// Tells everybody who is turned away a time of their own to come again, so that they do not all
/// come at once.
final class ReturnLine {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Instant last = Instant.MIN;

  /// @param perSecond how many can be taken in then
  synchronized Duration next(double perSecond, Instant now) {
    var first = last.isBefore(now) ? now : last;
    var next = first.plusNanos(Math.round(1e9 / perSecond));
    var longest = now.plus(LONGEST);
    last = next.isAfter(longest) ? longest : next;
    return Duration.between(now, last);
  }
}
