package dev.onboarding.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Why a call did not give an answer. Its names are the same in tool results, problems, reports and
/// audit.
///
/// @param errorCode the system's own code, or ours where it gave none, for example
///   `REQUEST_LIMIT_EXCEEDED`
/// @param httpStatus the status the system answered with; null when nothing was answered
/// @param message one sentence in plain words, without secrets
/// @param resolution what repairs it
/// @param owner who repairs it
/// @param retryAfter seconds after which the same call may succeed; null where nobody has said
public record Failure(
    ErrorType errorType,
    String errorCode,
    @Nullable Integer httpStatus,
    String message,
    String resolution,
    String owner,
    @Nullable Long retryAfter) {

  /// A failure of which nobody has said when it passes.
  public Failure(
      ErrorType errorType,
      String errorCode,
      @Nullable Integer httpStatus,
      String message,
      String resolution,
      String owner) {
    this(errorType, errorCode, httpStatus, message, resolution, owner, null);
  }

  /// A failure with the resolution and owner that its type usually has.
  public static Failure of(
      ErrorType type, String code, @Nullable Integer httpStatus, String message) {
    return new Failure(type, code, httpStatus, message, type.resolution(), type.owner());
  }

  /// Bad input of a caller: names the argument, the value and what would be accepted.
  public static Failure invalid(String code, String message) {
    return new Failure(
        ErrorType.VALIDATION, code, 400, message, "Correct the argument and call again.", "Caller");
  }

  /// The same, and when the call may be made again; a part of a second counts as a whole one.
  public Failure retriedAfter(Duration delay) {
    long seconds = delay.plusMillis(999).toSeconds();
    return new Failure(errorType, errorCode, httpStatus, message, resolution, owner, seconds);
  }
}
