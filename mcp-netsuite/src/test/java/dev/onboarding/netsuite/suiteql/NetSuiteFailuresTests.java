package dev.onboarding.netsuite.suiteql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetSuiteFailuresTests {

  private final NetSuiteFailures failures = new NetSuiteFailures();

  @ParameterizedTest
  @CsvSource({
    "429, CONCURRENCY_LIMIT_EXCEEDED, RATE_LIMIT, Integration Admin",
    "400, SSS_REQUEST_LIMIT_EXCEEDED, RATE_LIMIT, Integration Admin",
    "401, INVALID_LOGIN, AUTHENTICATION, IT/DevOps",
    "401, INVALID_LOGIN_ATTEMPT, AUTHENTICATION, IT/DevOps",
    "403, INSUFFICIENT_PERMISSION, AUTHORIZATION, System Admin",
    "400, INVALID_PARAMETER, VALIDATION, Data Admin",
    "400, USER_ERROR, VALIDATION, Data Admin",
    "404, NONEXISTENT_ID, VALIDATION, Data Admin",
    "500, UNEXPECTED_ERROR, SERVER_ERROR, Support Team",
    "503, UNEXPECTED_ERROR, SERVER_ERROR, Support Team",
    "429, SOMETHING_NEW, RATE_LIMIT, Integration Admin",
    "401, SOMETHING_NEW, AUTHENTICATION, IT/DevOps",
    "403, SOMETHING_NEW, AUTHORIZATION, System Admin"
  })
  void readsErrorDetails(int status, String code, ErrorType type, String owner) {
    Failure failure = failure(status, details(status, code, "What happened."));

    assertThat(failure.errorType()).isEqualTo(type);
    assertThat(failure.errorCode()).isEqualTo(code);
    assertThat(failure.httpStatus()).isEqualTo(status);
    assertThat(failure.message()).isEqualTo("NetSuite: What happened.");
    assertThat(failure.owner()).isEqualTo(owner);
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_grant, AUTHENTICATION",
    "invalid_client, AUTHENTICATION",
    "invalid_scope, AUTHORIZATION",
    "invalid_request, VALIDATION"
  })
  void readsErrorsOfTheTokenEndpoint(String code, ErrorType type) {
    Failure failure = failure(400, "{\"error\":\"%s\"}".formatted(code));

    assertThat(failure.errorType()).isEqualTo(type);
    assertThat(failure.errorCode()).isEqualTo(code);
  }

  @Test
  void readsTheCodeFromTheTopWhereThereAreNoDetails() {
    Failure failure =
        failure(400, "{\"title\":\"Bad Request\",\"status\":400,\"o:errorCode\":\"USER_ERROR\"}");

    assertThat(failure.errorCode()).isEqualTo("USER_ERROR");
    assertThat(failure.message()).isEqualTo("NetSuite: Bad Request");
  }

  @Test
  void takesA404WithoutACodeForAWrongAddress() {
    Failure failure = failure(404, "<html>Not Found</html>");

    assertThat(failure.errorCode()).isEqualTo("ADDRESS_NOT_FOUND");
    assertThat(failure.resolution()).contains("NETSUITE_BASE_URL");
    assertThat(failure.owner()).isEqualTo("IT/DevOps");
  }

  @Test
  void leavesToOthersWhatNamesNoCode() {
    assertThat(failures.translate(Answers.of(502, "<html>Bad Gateway</html>"))).isEmpty();
    assertThat(failures.translate(Answers.of(200, "{\"error\":\"x\"}"))).isEmpty();
  }

  @Test
  void shortensAndFlattensWhatNetSuiteSays() {
    Failure failure = failure(400, details(400, "USER_ERROR", "line\\nnext " + "x".repeat(1000)));

    assertThat(failure.message()).startsWith("NetSuite: line next").hasSizeLessThan(320);
  }

  private Failure failure(int status, String body) {
    return failures
        .translate(Answers.of(status, body))
        .map(FailureException::failure)
        .orElseThrow();
  }

  private static String details(int status, String code, String detail) {
    return """
    {"type":"https://www.rfc-editor.org/rfc/rfc9110.html","title":"Bad Request","status":%d,\
    "o:errorDetails":[{"detail":"%s","o:errorCode":"%s"}]}\
    """
        .formatted(status, detail, code);
  }
}
