package dev.onboarding.netsuite.suiteql;

import dev.onboarding.connector.FailureTranslator;
import dev.onboarding.connector.ForeignText;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads NetSuite's two forms of "no": error details of the REST API and errors of its token
/// endpoint. Also a 404 is a failure: a query has no row for what is absent, so it means a wrong
/// address.
public final class NetSuiteFailures implements FailureTranslator {

  @Override
  public Optional<FailureException> translate(UpstreamResponse response) {
    if (response.status() < 400) {
      return Optional.empty();
    }
    JsonNode body = response.json();
    JsonNode detail = body.path("o:errorDetails").path(0);
    String code =
        ForeignText.firstOf(
            detail.path("o:errorCode"),
            body.path("o:errorCode"),
            body.path("error"),
            body.path("code"));
    if (code.isEmpty() && response.status() != 404) {
      return Optional.empty();
    }
    String text =
        ForeignText.firstOf(
            detail.path("detail"),
            body.path("error_description"),
            body.path("title"),
            body.path("message"));
    return Optional.of(failure(response, code, text));
  }

  private static FailureException failure(UpstreamResponse response, String code, String text) {
    if (code.isEmpty()) {
      return new FailureException(
          new Failure(
              ErrorType.VALIDATION,
              "ADDRESS_NOT_FOUND",
              404,
              "NetSuite has nothing at the address that was called.",
              "Check NETSUITE_BASE_URL.",
              ErrorType.NETWORK.owner()));
    }
    ErrorType type = type(code, response.status());
    String message = text.isEmpty() ? "NetSuite refused: " + code + "." : "NetSuite: " + text;
    return new FailureException(
        Failure.of(type, code, response.status(), message),
        response.retryAfter().orElse(null),
        null);
  }

  private static ErrorType type(String code, int status) {
    return switch (code) {
      case "CONCURRENCY_LIMIT_EXCEEDED", "SSS_REQUEST_LIMIT_EXCEEDED", "REQUEST_LIMIT_EXCEEDED" ->
          ErrorType.RATE_LIMIT;
      case "INVALID_LOGIN", "INVALID_LOGIN_ATTEMPT", "invalid_grant", "invalid_client" ->
          ErrorType.AUTHENTICATION;
      case "INSUFFICIENT_PERMISSION", "invalid_scope", "unauthorized_client" ->
          ErrorType.AUTHORIZATION;
      default -> FailureTranslator.typeOf(status);
    };
  }
}
