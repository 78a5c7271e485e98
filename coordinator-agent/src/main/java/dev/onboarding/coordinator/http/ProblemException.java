package dev.onboarding.coordinator.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Refuses a request; the detail is read by the caller and holds nothing that is not theirs.
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final String reason;
  private final @Nullable Duration retryAfter;

  public ProblemException(ProblemType type, String detail) {
    this(type, detail, type.code());
  }

  /// @param reason one of few words for metric and log, where the caller must not learn it
  public ProblemException(ProblemType type, String detail, String reason) {
    super(detail);
    this.type = type;
    this.reason = reason;
    this.retryAfter = null;
  }

  /// @param retryAfter when the same request may be taken
  public ProblemException(ProblemType type, String detail, Duration retryAfter) {
    super(detail);
    this.type = type;
    this.reason = type.code();
    this.retryAfter = retryAfter;
  }

  public ProblemException(ProblemType type, String detail, Throwable cause) {
    super(detail, cause);
    this.type = type;
    this.reason = type.code();
    this.retryAfter = null;
  }

  public ProblemType type() {
    return type;
  }

  public String reason() {
    return reason;
  }

  /// Empty when it is not known, or the same request would be refused again.
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
