package dev.onboarding.connector;

import dev.onboarding.model.CallContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the chain asks about the call it is part of.
///
/// @param correlation the id that travels as `X-Correlation-Id`; null when the call has none
/// @param deadline the instant after which nobody waits for the answer; null when there is none
/// @param books where the chain tells what it does
public record CallSurroundings(
    Clock clock,
    MeterRegistry meters,
    Supplier<@Nullable String> correlation,
    Supplier<@Nullable Instant> deadline,
    Bookkeeping books) {

  /// Those of the call that the thread works for: its [CallContext] tells correlation and deadline.
  public static CallSurroundings ofCurrentCall(
      Clock clock, MeterRegistry meters, Bookkeeping books) {
    return new CallSurroundings(
        clock,
        meters,
        () -> CallContext.current().correlation(),
        () -> CallContext.current().deadline(),
        books);
  }

  /// The shorter of a duration and what is left until the deadline; never negative.
  public Duration atMost(Duration wanted) {
    Instant end = deadline.get();
    if (end == null) {
      return wanted;
    }
    Duration left = Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left.compareTo(wanted) < 0 ? left : wanted;
  }

  boolean hasTimeFor(Duration wanted) {
    Instant end = deadline.get();
    return end == null || clock.instant().plus(wanted).isBefore(end);
  }
}
