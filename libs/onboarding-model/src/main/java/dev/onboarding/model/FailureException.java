package dev.onboarding.model;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Carries a [Failure] up to the one place that translates it: the tool boundary, or the step that
/// called.
public final class FailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;
  private final transient @Nullable Duration retryAfter;

  public FailureException(Failure failure) {
    this(failure, null, null);
  }

  /// @param retryAfter the delay the system itself asked for, when it named one
  /// @param cause stays in this process; never reaches a caller
  public FailureException(
      Failure failure, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(failure.errorType() + " " + failure.errorCode() + ": " + failure.message(), cause);
    this.failure = retryAfter == null ? failure : failure.retriedAfter(retryAfter);
    this.retryAfter = retryAfter;
  }

  public Failure failure() {
    return failure;
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
