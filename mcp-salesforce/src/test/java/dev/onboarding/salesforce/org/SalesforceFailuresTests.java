package dev.onboarding.salesforce.org;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.connector.FailureTranslator;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceFailuresTests {

  private static final Duration PAUSE = Duration.ofMinutes(15);

  private final FailureTranslator plain =
      new SalesforceFailures(PAUSE).orElse(FailureTranslator.byStatus("Salesforce"));

  @ParameterizedTest
  @CsvSource({
    "401, INVALID_SESSION_ID, authentication, IT/DevOps",
    "403, REQUEST_LIMIT_EXCEEDED, rate_limit, Integration Admin",
    "403, INSUFFICIENT_ACCESS, authorization, System Admin",
    "403, INSUFFICIENT_ACCESS_OR_READONLY, authorization, System Admin",
    "400, INSUFFICIENT_ACCESS_OR_READONLY, authorization, System Admin",
    "403, API_DISABLED_FOR_ORG, authorization, System Admin",
    "400, REQUIRED_FIELD_MISSING, validation, Data Admin",
    "400, MALFORMED_QUERY, validation, Data Admin",
    "400, INVALID_FIELD, validation, Data Admin",
    "400, UNABLE_TO_LOCK_ROW, server_error, Support Team",
    "500, UNKNOWN_EXCEPTION, server_error, Support Team",
    "503, SERVER_UNAVAILABLE, server_error, Support Team",
  })
  void readsTheApisOwnErrors(int status, String code, String type, String owner) {
    Failure failure =
        failure(status, "[{\"message\": \"It says no.\", \"errorCode\": \"%s\"}]".formatted(code));

    assertThat(failure.errorType()).hasToString(type);
    assertThat(failure.errorCode()).isEqualTo(code);
    assertThat(failure.httpStatus()).isEqualTo(status);
    assertThat(failure.owner()).isEqualTo(owner);
    assertThat(failure.message()).contains(code, "It says no.");
  }

  @ParameterizedTest
  @CsvSource({
    "401, authentication, UNAUTHORIZED",
    "403, authorization, FORBIDDEN",
    "404, validation, NOT_FOUND",
    "414, validation, HTTP_414",
    "420, server_error, EDGE_UNAVAILABLE",
    "502, server_error, SERVER_ERROR",
    "503, server_error, SERVER_ERROR",
  })
  void readsTheStatusWhereTheBodyIsAPage(int status, String type, String code) {
    Failure failure = failure(status, "<html><h1>We'll be right back</h1></html>");

    assertThat(failure.errorType()).hasToString(type);
    assertThat(failure.errorCode()).isEqualTo(code);
    assertThat(failure.message()).doesNotContain("html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "[{}]", "{}", "null", "[{\"errorCode\": 7}]", "\"text\""})
  void readsTheStatusWhereTheBodyIsOfNoKnownForm(String body) {
    assertThat(failure(500, body).errorCode()).isEqualTo("SERVER_ERROR");
  }

  @Test
  void doesNotHurryAfterTheDailyAllocationIsUsedUp() {
    String daily =
        "[{\"message\":\"TotalRequests Limit exceeded.\",\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]";

    assertThat(translated(403, daily).retryAfter()).contains(PAUSE);
  }

  @Test
  void backsOffAsUsualWhenOnlyTooManyCallsRunAtOnce() {
    String concurrent =
        "[{\"message\":\"ConcurrentRequests (Concurrent API Requests) Limit exceeded.\","
            + "\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]";

    assertThat(translated(403, concurrent).retryAfter()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"400, invalid_client_id", "400, invalid_client", "400, invalid_grant", "401, x"})
  void readsARefusalOfTheTokenEndpoint(int status, String error) {
    Failure failure =
        failure(status, "{\"error\":\"%s\",\"error_description\":\"no\"}".formatted(error));

    assertThat(failure.errorType()).isEqualTo(ErrorType.AUTHENTICATION);
    assertThat(failure.errorCode()).isEqualTo(error);
    assertThat(failure.resolution()).contains("SALESFORCE_CLIENT_ID");
  }

  @Test
  void readsAnIllTokenEndpointAsIllAndNotAsRefusing() {
    assertThat(failure(503, "{\"error\":\"temporarily_unavailable\"}").errorType())
        .isEqualTo(ErrorType.SERVER_ERROR);
  }

  @Test
  void saysHowAHiddenFieldIsRepaired() {
    assertThat(failure(400, "[{\"message\":\"x\",\"errorCode\":\"INVALID_FIELD\"}]").resolution())
        .contains("salesforce.fields");
  }

  @Test
  void quotesAnotherSystemOnOneLineAndNotAtLength() {
    Failure failure =
        failure(
            400,
            "[{\"message\":\"a\\r\\nb%s\",\"errorCode\":\"MALFORMED_QUERY\"}]"
                .formatted("x".repeat(500)));

    assertThat(failure.message()).contains("a b").doesNotContain("\n", "\r").hasSizeLessThan(350);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204})
  void findsNothingInSuccess(int status) {
    assertThat(plain.translate(response(status, "[{\"errorCode\":\"X\"}]"))).isEmpty();
  }

  @Test
  void looksIntoEveryPartOfAComposite() {
    String composite =
        """
        {"compositeResponse":[
          {"body":{"records":[]},"httpStatusCode":200,"referenceId":"q0"},
          {"body":[{"message":"no","errorCode":"INVALID_FIELD"}],
           "httpStatusCode":400,"referenceId":"q1"}]}\
        """;

    var failed = new CompositeFailures(plain).translate(response(200, composite)).orElseThrow();

    assertThat(failed.failure().errorCode()).isEqualTo("INVALID_FIELD");
    assertThat(failed.failure().httpStatus()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"compositeResponse\":[{\"body\":{},\"httpStatusCode\":200}]}",
        "{\"compositeResponse\":[",
        "{\"compositeResponse\":7}",
        "{\"records\":[]}",
        "",
      })
  void findsNothingInACompositeWithoutFailedParts(String body) {
    assertThat(new CompositeFailures(plain).translate(response(200, body))).isEmpty();
  }

  private Failure failure(int status, String body) {
    return translated(status, body).failure();
  }

  private FailureException translated(int status, String body) {
    return plain.translate(response(status, body)).orElseThrow();
  }

  private static UpstreamResponse response(int status, String body) {
    return new UpstreamResponse(status, Map.of(), body.getBytes(UTF_8));
  }
}
