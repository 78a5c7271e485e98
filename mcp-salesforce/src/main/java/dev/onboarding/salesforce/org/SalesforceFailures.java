package dev.onboarding.salesforce.org;

import dev.onboarding.connector.FailureTranslator;
import dev.onboarding.connector.ForeignText;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Salesforce's own forms of "no": an array of errors from the API, one object from the token
/// endpoint. Throttling is a 403 there, and a 404 is no absence, because only queries are asked.
///
/// @param dailyLimitPause the delay reported once the daily allocation is used up
record SalesforceFailures(Duration dailyLimitPause) implements FailureTranslator {

  @Override
  public Optional<FailureException> translate(UpstreamResponse response) {
    if (response.isSuccess()) {
      return Optional.empty();
    }
    JsonNode body = response.json();
    if (body.path(0).path("errorCode").isString()) {
      return Optional.of(ofApi(response, body.path(0)));
    }
    if (body.path("error").isString()) {
      return Optional.of(ofTokenEndpoint(response, body));
    }
    return switch (response.status()) {
      case 404 -> Optional.of(notThere(response));
      case 420 -> Optional.of(failure(ErrorType.SERVER_ERROR, "EDGE_UNAVAILABLE", response, ""));
      default -> Optional.empty();
    };
  }

  private FailureException ofApi(UpstreamResponse response, JsonNode error) {
    String code = error.path("errorCode").asString();
    String message = error.path("message").asString("");
    ErrorType type = typeOf(code, response.status());
    if (response.status() == 404) {
      return notThere(response);
    }
    FailureException failed = failure(type, code, response, message);
    boolean daily = code.equals("REQUEST_LIMIT_EXCEEDED") && message.startsWith("TotalRequests");
    Duration pause = daily ? dailyLimitPause : response.retryAfter().orElse(null);
    return new FailureException(advised(failed.failure()), pause, null);
  }

  private FailureException ofTokenEndpoint(UpstreamResponse response, JsonNode error) {
    if (response.status() >= 500 || response.status() == 429) {
      return failure(
          response.status() == 429 ? ErrorType.RATE_LIMIT : ErrorType.SERVER_ERROR,
          error.path("error").asString(),
          response,
          "");
    }
    Failure refused =
        failure(
                ErrorType.AUTHENTICATION,
                error.path("error").asString(),
                response,
                error.path("error_description").asString(""))
            .failure();
    return new FailureException(
        resolvedBy(
            refused,
            "Check SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET, and that the connected app"
                + " has the client credentials flow with a user."));
  }

  private static FailureException notThere(UpstreamResponse response) {
    return new FailureException(
        resolvedBy(
            failure(ErrorType.VALIDATION, "NOT_FOUND", response, "").failure(),
            "Check SALESFORCE_BASE_URL and salesforce.connection.api-version."));
  }

  private static ErrorType typeOf(String code, int status) {
    return switch (code) {
      case "INVALID_SESSION_ID", "INVALID_AUTH_HEADER" -> ErrorType.AUTHENTICATION;
      case "REQUEST_LIMIT_EXCEEDED" -> ErrorType.RATE_LIMIT;
      case "UNABLE_TO_LOCK_ROW", "SERVER_UNAVAILABLE", "UNKNOWN_EXCEPTION" ->
          ErrorType.SERVER_ERROR;
      default -> code.startsWith("INSUFFICIENT_ACCESS") ? ErrorType.AUTHORIZATION : typeOf(status);
    };
  }

  private static ErrorType typeOf(int status) {
    return status == 420 ? ErrorType.SERVER_ERROR : FailureTranslator.typeOf(status);
  }

  private static Failure advised(Failure failure) {
    return switch (failure.errorCode()) {
      case "INVALID_FIELD", "INVALID_TYPE" ->
          resolvedBy(
              failure,
              "Let the integration user read the field, or take it out of salesforce.fields.");
      case "QUERY_TIMEOUT" -> resolvedBy(failure, "Ask for fewer accounts at once.");
      default -> failure;
    };
  }

  private static Failure resolvedBy(Failure failure, String resolution) {
    return new Failure(
        failure.errorType(),
        failure.errorCode(),
        failure.httpStatus(),
        failure.message(),
        resolution,
        failure.owner());
  }

  private static FailureException failure(
      ErrorType type, String code, UpstreamResponse response, String quoted) {
    String said = ForeignText.quoted(quoted);
    String message =
        "Salesforce answered %d %s%s"
            .formatted(
                response.status(), ForeignText.quoted(code), said.isEmpty() ? "." : ": " + said);
    return new FailureException(
        Failure.of(type, ForeignText.quoted(code), response.status(), message));
  }
}
