package dev.onboarding.connector;

import dev.onboarding.testkit.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// Surroundings of a call for tests.
final class Surroundings {

  static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private Surroundings() {}

  static CallSurroundings calm() {
    return at(SettableClock.at(NOW));
  }

  static CallSurroundings at(Clock clock) {
    return new CallSurroundings(
        clock, new SimpleMeterRegistry(), () -> null, () -> null, Bookkeeping.NONE);
  }

  static CallSurroundings endingIn(Clock clock, Duration left) {
    Instant end = clock.instant().plus(left);
    return new CallSurroundings(
        clock, new SimpleMeterRegistry(), () -> null, () -> end, Bookkeeping.NONE);
  }

  static CallSurroundings telling(Consumer<BreakerState> listener) {
    var books =
        new Bookkeeping() {
          @Override
          public void exchanged(Exchange exchange) {}

          @Override
          public void changed(BreakerState breaker) {
            listener.accept(breaker);
          }
        };
    return new CallSurroundings(
        SettableClock.at(NOW), new SimpleMeterRegistry(), () -> null, () -> null, books);
  }

  static CallSurroundings correlated(String id) {
    return new CallSurroundings(
        SettableClock.at(NOW), new SimpleMeterRegistry(), () -> id, () -> null, Bookkeeping.NONE);
  }
}
