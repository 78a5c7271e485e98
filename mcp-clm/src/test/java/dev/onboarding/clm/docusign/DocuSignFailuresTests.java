package dev.onboarding.clm.docusign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.connector.BaseAddress;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocuSignFailuresTests {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final DocuSignFailures failures =
      new DocuSignFailures(
          SettableClock.at(NOW),
          BaseAddress.of("DOCUSIGN_AUTH_BASE_URL", "https://account-d.docusign.com/"),
          "integration",
          "signature impersonation");

  @ParameterizedTest
  @CsvSource({
    "400, HOURLY_APIINVOCATION_LIMIT_EXCEEDED, RATE_LIMIT, Integration Admin",
    "429, HOURLY_APIINVOCATION_LIMIT_EXCEEDED, RATE_LIMIT, Integration Admin",
    "400, BURST_APIINVOCATION_LIMIT_EXCEEDED, RATE_LIMIT, Integration Admin",
    "400, Hourly_Envelope_Polling_Limit_Exceeded, RATE_LIMIT, Integration Admin",
    "401, AUTHORIZATION_INVALID_TOKEN, AUTHENTICATION, IT/DevOps",
    "401, USER_AUTHENTICATION_FAILED, AUTHENTICATION, IT/DevOps",
    "400, USER_AUTHENTICATION_FAILED, AUTHENTICATION, IT/DevOps",
    "400, ACCOUNT_LACKS_PERMISSIONS, AUTHORIZATION, System Admin",
    "403, USER_LACKS_PERMISSIONS, AUTHORIZATION, System Admin",
    "400, INVALID_REQUEST_PARAMETER, VALIDATION, Data Admin",
    "500, UNSPECIFIED_ERROR, SERVER_ERROR, Support Team",
    "503, SERVICE_UNAVAILABLE, SERVER_ERROR, Support Team"
  })
  void readsTheCodeBeforeTheStatus(int status, String code, ErrorType type, String owner) {
    Failure failure =
        failure(status, "{\"errorCode\":\"%s\",\"message\":\"What happened.\"}".formatted(code));

    assertThat(failure.errorType()).isEqualTo(type);
    assertThat(failure.errorCode()).isEqualTo(code);
    assertThat(failure.httpStatus()).isEqualTo(status);
    assertThat(failure.message()).isEqualTo("DocuSign: What happened.");
    assertThat(failure.owner()).isEqualTo(owner);
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_grant, AUTHENTICATION",
    "invalid_client, AUTHENTICATION",
    "issuer_not_found, AUTHENTICATION",
    "invalid_scope, AUTHORIZATION",
    "unsupported_grant_type, VALIDATION"
  })
  void readsErrorsOfTheTokenHost(String code, ErrorType type) {
    Failure failure = failure(400, "{\"error\":\"%s\"}".formatted(code));

    assertThat(failure.errorCode()).isEqualTo(code);
    assertThat(failure.errorType()).isEqualTo(type);
  }

  @Test
  void explainsWhatConsentIsAndWhereItIsGiven() {
    Failure failure = failure(400, "{\"error\":\"consent_required\"}");

    assertThat(failure.errorType()).isEqualTo(ErrorType.AUTHENTICATION);
    assertThat(failure.errorCode()).isEqualTo("CONSENT_REQUIRED");
    assertThat(failure.message()).contains("has not yet allowed");
    assertThat(failure.resolution())
        .contains(
            "https://account-d.docusign.com/oauth/auth?response_type=code"
                + "&scope=signature%20impersonation&client_id=integration");
  }

  @ParameterizedTest
  @CsvSource({"404", "400"})
  void takesAMissingEnvelopeForAnAnswer(int status) {
    assertThat(
            translate(
                status,
                "{\"errorCode\":\"ENVELOPE_DOES_NOT_EXIST\",\"message\":\"Not here.\"}",
                Map.of()))
        .isEmpty();
  }

  @Test
  void takesA404OfTheAgreementsForAnAnswer() {
    assertThat(translate(404, "{\"error\":\"Agreement not found\",\"code\":404}", Map.of()))
        .isEmpty();
  }

  @Test
  void takesAnyOther404ForAWrongAddress() {
    Failure failure = failure(404, "<html>Not Found</html>");

    assertThat(failure.errorCode()).isEqualTo("ADDRESS_NOT_FOUND");
    assertThat(failure.resolution()).contains("DOCUSIGN_BASE_URL", "DOCUSIGN_ACCOUNT_ID");
  }

  @ParameterizedTest
  @CsvSource({
    "401, AUTHENTICATION",
    "403, AUTHORIZATION",
    "429, RATE_LIMIT",
    "500, SERVER_ERROR",
    "502, SERVER_ERROR"
  })
  void fallsBackToTheStatusWhereNothingIsSaid(int status, ErrorType type) {
    assertThat(failure(status, "<html>").errorType()).isEqualTo(type);
    assertThat(failure(status, "{\"error\":\"In words\",\"code\":1}").errorType()).isEqualTo(type);
  }

  @Test
  void refusesASuccessThatIsNoJson() {
    assertThat(failure(200, "<html>Sign in</html>").errorCode()).isEqualTo("UNREADABLE_ANSWER");
    assertThat(translate(200, "{}", Map.of())).isEmpty();
  }

  @Test
  void waitsUntilTheHourStartsAnew() {
    String body = "{\"errorCode\":\"hourly_apiinvocation_limit_exceeded\",\"message\":\"x\"}";
    String reset = Long.toString(NOW.plusSeconds(90).getEpochSecond());

    assertThat(retryAfter(body, Map.of("x-ratelimit-reset", reset)))
        .contains(Duration.ofSeconds(90));
    assertThat(retryAfter(body, Map.of("x-ratelimit-reset", "1000000000"))).isEmpty();
    assertThat(retryAfter(body, Map.of("x-ratelimit-reset", "soon", "retry-after", "5")))
        .contains(Duration.ofSeconds(5));
  }

  @Test
  void doesNotWaitAnHourForABurst() {
    String body = "{\"errorCode\":\"BURST_APIINVOCATION_LIMIT_EXCEEDED\",\"message\":\"x\"}";
    String reset = Long.toString(NOW.plusSeconds(1800).getEpochSecond());

    assertThat(retryAfter(body, Map.of("x-ratelimit-reset", reset))).isEmpty();
  }

  private Optional<Duration> retryAfter(String body, Map<String, String> headers) {
    return translate(400, body, headers).orElseThrow().retryAfter();
  }

  private Failure failure(int status, String body) {
    return translate(status, body, Map.of()).map(FailureException::failure).orElseThrow();
  }

  private Optional<FailureException> translate(
      int status, String body, Map<String, String> headers) {
    return failures.translate(new UpstreamResponse(status, headers, body.getBytes(UTF_8)));
  }
}
