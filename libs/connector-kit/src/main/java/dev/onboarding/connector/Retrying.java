package dev.onboarding.connector;

import dev.onboarding.model.FailureException;
import java.time.Duration;

/// Makes an idempotent call again when the failure passes by itself: after the delays of the
/// settings, or after the delay the system asked for, and never beyond the caller's deadline.
final class Retrying implements Upstream {

  private final Upstream next;
  private final UpstreamLimits.Retries settings;
  private final CallSurroundings around;
  private final Pause pause;

  Retrying(Upstream next, UpstreamLimits.Retries settings, CallSurroundings around) {
    this(next, settings, around, Thread::sleep);
  }

  Retrying(Upstream next, UpstreamLimits.Retries settings, CallSurroundings around, Pause pause) {
    this.next = next;
    this.settings = settings;
    this.around = around;
    this.pause = pause;
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
    Duration wait = failure.retryAfter().orElse(delay);
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

  /// How time passes between two attempts.
  @FunctionalInterface
  interface Pause {
    void of(Duration wait) throws InterruptedException;
  }
}
