package dev.onboarding.coordinator.effect;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Slack's ways of failing, in our six fields; Slack answers most of them with status 200.
final class SlackFailures {

  static final Duration DEFAULT_PAUSE = Duration.ofSeconds(1);

  private SlackFailures() {}

  /// Whether a post that failed so has certainly not been made.
  static boolean nothingLeft(Failure failure) {
    return switch (failure.errorType()) {
      case NETWORK, RATE_LIMIT, AUTHENTICATION, AUTHORIZATION, VALIDATION -> true;
      default -> false;
    };
  }

  static FailureException unreachable(Exception cause) {
    return failure(ErrorType.NETWORK, "CONNECT_TIMEOUT", null, "Slack cannot be reached.", cause);
  }

  static FailureException lost(Exception cause) {
    return failure(
        ErrorType.INDETERMINATE,
        "RESPONSE_LOST",
        null,
        "Slack's answer was lost or could not be read; whether the message stands is unknown.",
        cause);
  }

  /// Of a call that only reads: nothing was left in doubt by it.
  static FailureException unread(Exception cause) {
    return failure(
        ErrorType.NETWORK, "RESPONSE_LOST", null, "Slack's answer did not arrive whole.", cause);
  }

  static FailureException tooLong(String method) {
    return failure(
        ErrorType.INDETERMINATE,
        "TOO_MANY_PAGES",
        null,
        "What Slack lists under '" + method + "' was not read to its end.",
        null);
  }

  static FailureException status(int status, Optional<String> retryAfter) {
    if (status == 429) {
      return new FailureException(
          Failure.of(ErrorType.RATE_LIMIT, "RATELIMITED", 429, "Slack asks us to slow down."),
          retryAfter.flatMap(SlackFailures::seconds).orElse(DEFAULT_PAUSE),
          null);
    }
    var type =
        status >= 500
            ? ErrorType.SERVER_ERROR
            : status == 401 ? ErrorType.AUTHENTICATION : ErrorType.VALIDATION;
    return failure(type, "HTTP_" + status, status, "Slack answered " + status + ".", null);
  }

  private static Optional<Duration> seconds(String text) {
    return text.matches("\\d{1,6}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
        : Optional.empty();
  }

  /// @param error Slack's own word, for example `channel_not_found`
  static FailureException refused(String error) {
    var type =
        switch (error) {
          case "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired" ->
              ErrorType.AUTHENTICATION;
          case "not_in_channel", "missing_scope", "no_permission", "restricted_action" ->
              ErrorType.AUTHORIZATION;
          case "ratelimited" -> ErrorType.RATE_LIMIT;
          case "internal_error", "fatal_error", "service_unavailable", "request_timeout" ->
              ErrorType.SERVER_ERROR;
          default -> ErrorType.VALIDATION;
        };
    return failure(
        type, error.toUpperCase(Locale.ROOT), 200, "Slack refused with '" + error + "'.", null);
  }

  private static FailureException failure(
      ErrorType type,
      String code,
      @Nullable Integer status,
      String message,
      @Nullable Exception cause) {
    return new FailureException(Failure.of(type, code, status, message), null, cause);
  }
}
