package dev.onboarding.coordinator.run;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a failed step is worth performing again: every step repeats under its own key, so an
/// unknown outcome is as good as a failure that passes by itself.
final class RetryPolicy {

  /// So that a run goes on within fifteen seconds of its system's return.
  private static final Duration PROMPT = Duration.ofSeconds(10);

  private final EngineSettings settings;

  RetryPolicy(EngineSettings settings) {
    this.settings = settings;
  }

  /// @param failing how often the step has failed in a row, and since when
  /// @return the delay before the next try; empty when a person must look
  Optional<Duration> delay(FailureException failed, Failing failing, Instant now) {
    if (!worthwhile(failed.failure()) || !now.isBefore(failing.since().plus(settings.patience()))) {
      return Optional.empty();
    }
    return Optional.of(
        longer(afterFailure(failing, now), failed.retryAfter().orElse(Duration.ZERO)));
  }

  /// At first often, so that a process that was only restarted is soon met again.
  private Duration afterFailure(Failing failing, Instant now) {
    var delay = backoff(failing.times());
    boolean fresh = now.isBefore(failing.since().plus(settings.promptFor()));
    return fresh && delay.compareTo(PROMPT) > 0 ? PROMPT : delay;
  }

  /// Longer each time, for failures that are tried again until they pass.
  ///
  /// @param failures in a row, this one included
  Duration backoff(int failures) {
    return capped(settings.retryDelay().multipliedBy(1L << Math.clamp(failures - 1L, 0, 10)));
  }

  private static boolean worthwhile(Failure failure) {
    return failure.errorType().passesByItself() || failure.errorType() == ErrorType.INDETERMINATE;
  }

  private Duration capped(Duration delay) {
    return delay.compareTo(settings.maxRetryDelay()) > 0 ? settings.maxRetryDelay() : delay;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
