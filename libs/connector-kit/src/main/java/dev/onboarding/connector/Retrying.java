package dev.onboarding.connector;

import dev.onboarding.model.FailureException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/// Makes an idempotent call again when the failure passes by itself: after the delays of the
/// settings, each up to a quarter shorter or longer so that many callers do not come back together,
/// or after the delay the system asked for, and never beyond the caller's deadline.
final class Retrying implements Upstream {

  private static final double SPREAD = 0.25;

  private final Upstream next;
  private final UpstreamLimits.Retries settings;
  private final CallSurroundings around;
  private final Pause pause;
  private final DoubleSupplier chance;

  Retrying(Upstream next, UpstreamLimits.Retries settings, CallSurroundings around) {
    this(next, settings, around, Thread::sleep, () -> ThreadLocalRandom.current().nextDouble());
  }

  /// @param chance from 0 up to 1
  Retrying(
      Upstream next,
      UpstreamLimits.Retries settings,
      CallSurroundings around,
      Pause pause,
      DoubleSupplier chance) {
    this.next = next;
    this.settings = settings;
    this.around = around;
    this.pause = pause;
    this.chance = chance;
  }

  @Override
  public UpstreamResponse send(UpstreamRequest request) {
    for (Duration delay : settings.delays()) {
      try {
        return next.send(request);
      } catch (FailureException failure) {
        waitBeforeNext(request, failure, delay);
      }
    }
    return next.send(request);
  }

  private void waitBeforeNext(UpstreamRequest request, FailureException failure, Duration delay) {
    Duration wait = failure.retryAfter().orElseGet(() -> spread(delay));
    boolean worthwhile =
        request.idempotent()
            && failure.failure().errorType().passesByItself()
            && wait.compareTo(settings.longestWait()) <= 0
            && around.hasTimeFor(wait);
    if (!worthwhile) {
      throw failure;
    }
    try {
      pause.of(wait);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }

  private Duration spread(Duration delay) {
    double factor = 1 - SPREAD + 2 * SPREAD * chance.getAsDouble();
    return Duration.ofNanos(Math.round(delay.toNanos() * factor));
  }

  /// How time passes between two attempts.
  @FunctionalInterface
  interface Pause {
    void of(Duration wait) throws InterruptedException;
  }
}
