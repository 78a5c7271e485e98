package dev.onboarding.connector;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.util.Optional;

/// The failure that an HTTP status means when the body says nothing more.
record StatusFailures(String system) implements FailureTranslator {

  /// What a status means that comes with a code nobody knows.
  static ErrorType typeOf(int status) {
    return switch (status) {
      case 401 -> ErrorType.AUTHENTICATION;
      case 403 -> ErrorType.AUTHORIZATION;
      case 429 -> ErrorType.RATE_LIMIT;
      case 408 -> ErrorType.SERVER_ERROR;
      default -> status >= 500 ? ErrorType.SERVER_ERROR : ErrorType.VALIDATION;
    };
  }

  @Override
  public Optional<FailureException> translate(UpstreamResponse response) {
    return switch (response.status()) {
      case 401 -> failure(response, ErrorType.AUTHENTICATION, "UNAUTHORIZED", "refused the token");
      case 403 -> failure(response, ErrorType.AUTHORIZATION, "FORBIDDEN", "refused access");
      case 404, 410 -> Optional.empty();
      case 408 -> failure(response, ErrorType.SERVER_ERROR, "REQUEST_TIMEOUT", "gave up waiting");
      case 429 -> failure(response, ErrorType.RATE_LIMIT, "TOO_MANY_REQUESTS", "is throttling");
      default -> byClass(response);
    };
  }

  private Optional<FailureException> byClass(UpstreamResponse response) {
    String code = "HTTP_" + response.status();
    return switch (response.status() / 100) {
      case 2 -> Optional.empty();
      case 4 -> failure(response, ErrorType.VALIDATION, code, "refused the request");
      case 5 -> failure(response, ErrorType.SERVER_ERROR, "SERVER_ERROR", "failed");
      default -> failure(response, ErrorType.SERVER_ERROR, code, "gave no usable answer");
    };
  }

  private Optional<FailureException> failure(
      UpstreamResponse response, ErrorType type, String code, String what) {
    String message = "%s %s (HTTP %d).".formatted(system, what, response.status());
    return Optional.of(
        new FailureException(
            Failure.of(type, code, response.status(), message),
            response.retryAfter().orElse(null),
            null));
  }
}
