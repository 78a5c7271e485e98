package dev.onboarding.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.FailureException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FailureTranslatorTests {

  private final FailureTranslator byStatus = FailureTranslator.byStatus("Acme CRM");
  private final FailureTranslator unreadable = FailureTranslator.unreadableJson("Acme CRM");
  private final JsonAnswers answers = new JsonAnswers("Acme CRM", JsonMapper.shared());

  @ParameterizedTest
  @CsvSource({
    "401, AUTHENTICATION, UNAUTHORIZED",
    "403, AUTHORIZATION, FORBIDDEN",
    "400, VALIDATION, HTTP_400",
    "409, VALIDATION, HTTP_409",
    "408, SERVER_ERROR, REQUEST_TIMEOUT",
    "429, RATE_LIMIT, TOO_MANY_REQUESTS",
    "302, SERVER_ERROR, HTTP_302",
    "500, SERVER_ERROR, SERVER_ERROR",
    "503, SERVER_ERROR, SERVER_ERROR",
  })
  void readsTheFailureOutOfTheStatus(int status, ErrorType type, String code) {
    FailureException failed = byStatus.translate(response(status, "")).orElseThrow();

    assertThat(failed.failure().errorType()).isEqualTo(type);
    assertThat(failed.failure().errorCode()).isEqualTo(code);
    assertThat(failed.failure().httpStatus()).isEqualTo(status);
    assertThat(failed.failure().message()).startsWith("Acme CRM ");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 404, 410})
  void takesSuccessAndAbsenceAsAnswers(int status) {
    assertThat(byStatus.translate(response(status, ""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "0, 0", "' 12 ', 12"})
  void passesOnTheDelayTheSystemAsksFor(String header, int seconds) {
    var response = new UpstreamResponse(429, Map.of("retry-after", header), new byte[0]);

    assertThat(byStatus.translate(response).flatMap(FailureException::retryAfter))
        .contains(Duration.ofSeconds(seconds));
  }

  @Test
  void measuresADelayGivenAsDateFromTheAnswersOwnDate() {
    var response =
        new UpstreamResponse(
            503,
            Map.of(
                "date", "Tue, 01 Jan 2030 00:00:00 GMT",
                "retry-after", "Tue, 01 Jan 2030 00:01:30 GMT"),
            new byte[0]);

    assertThat(response.retryAfter()).contains(Duration.ofSeconds(90));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "99999999999999999999", "Tue, 01 Jan 2030 00:01:30 GMT"})
  void ignoresADelayItCannotRead(String header) {
    assertThat(new UpstreamResponse(429, Map.of("retry-after", header), new byte[0]).retryAfter())
        .isEmpty();
  }

  @Test
  void asksTheNextTranslatorWhenTheFirstFindsNothing() {
    FailureTranslator silent = _ -> Optional.empty();

    assertThat(silent.orElse(byStatus).translate(response(500, ""))).isPresent();
    assertThat(byStatus.orElse(silent).translate(response(500, ""))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{\"a\": ", "{\"a\" 1}", "[1,", "nonsense", "{} trailing"})
  void findsASuccessfulAnswerThatIsNoJson(String body) {
    FailureException failed = unreadable.translate(response(200, body)).orElseThrow();

    assertThat(failed.failure().errorCode()).isEqualTo("UNREADABLE_ANSWER");
    assertThat(failed.failure().errorType()).isEqualTo(ErrorType.SERVER_ERROR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "[{\"a\": {\"b\": [1, null, true]}}]", "\"text\""})
  void takesJsonAndNothingAtAllAsReadable(String body) {
    assertThat(unreadable.translate(response(200, body))).isEmpty();
  }

  @Test
  void leavesErrorPagesToTheStatus() {
    assertThat(unreadable.translate(response(502, "<html>"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "<html>", "[]", "{\"status\": []}"})
  void readsAnAnswerOfAnotherShapeAsUnreadable(String body) {
    assertThatThrownBy(() -> answers.read(response(200, body), Status.class))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("UNREADABLE_ANSWER");
  }

  @Test
  void readsAnAnswerOfTheExpectedShape() {
    var response = response(200, "{\"status\": \"sent\"}");

    assertThat(answers.read(response, Status.class)).isEqualTo(new Status("sent"));
    assertThat(answers.part(response, answers.tree(response), Status.class))
        .isEqualTo(new Status("sent"));
  }

  @ParameterizedTest
  @CsvSource({
    "400, VALIDATION",
    "401, AUTHENTICATION",
    "403, AUTHORIZATION",
    "408, SERVER_ERROR",
    "409, VALIDATION",
    "429, RATE_LIMIT",
    "500, SERVER_ERROR",
    "503, SERVER_ERROR"
  })
  void sortsACodeThatNobodyKnowsByItsStatus(int status, ErrorType type) {
    assertThat(FailureTranslator.typeOf(status)).isEqualTo(type);
  }

  @Test
  void namesWhyAnAnswerIsUnreadable() {
    FailureException failed = JsonAnswers.unreadable("Acme CRM", "a row is no object");

    assertThat(failed.failure().errorCode()).isEqualTo("UNREADABLE_ANSWER");
    assertThat(failed.failure().message())
        .isEqualTo("Acme CRM answered something that cannot be read: a row is no object.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{\"a\": "})
  void readsAFailureInAnotherFormAsSayingNothing(String body) {
    assertThat(response(500, body).json().isMissingNode()).isTrue();
    assertThat(response(500, body).json().path("error").isString()).isFalse();
  }

  @Test
  void readsTheFormOfAFailure() {
    assertThat(response(500, "{\"error\": \"x\"}").json().path("error").asString()).isEqualTo("x");
  }

  record Status(String status) {}

  private static UpstreamResponse response(int status, String body) {
    return new UpstreamResponse(status, Map.of(), body.getBytes(UTF_8));
  }
}
