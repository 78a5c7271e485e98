package dev.onboarding.coordinator.intake;

import static dev.onboarding.coordinator.RunningCoordinator.json;
import static dev.onboarding.coordinator.RunningCoordinator.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookTests {

  private static final String JSON = "application/json";

  private final RunningCoordinator coordinator = RunningCoordinator.shared();

  @Test
  void storesTheRunBeforeItAnswers() {
    coordinator.accounts.tell("W-STORED", Story.SOUND);

    var answer = coordinator.webhook(coordinator.event("W-STORED", "w-stored"));

    assertThat(answer.statusCode()).isEqualTo(202);
    var run = tree(answer).path("run_id").asString();
    assertThat(answer.headers().firstValue("Location")).contains("/api/runs/" + run);
    assertThat(tree(answer).path("correlation_id").asString()).isEqualTo("w-stored");
    assertThat(coordinator.resting(run).path("state").asString()).isEqualTo("COMPLETED");
  }

  @Test
  void answersAKnownEventAtAnyAge() {
    coordinator.accounts.tell("W-AGED", Story.SOUND);
    var first = coordinator.webhook(coordinator.event("W-AGED", "w-aged"));

    var second =
        coordinator.webhook(
            coordinator.event(
                "W-AGED", "w-aged", coordinator.clock.instant().minus(Duration.ofDays(400))));

    assertThat(second.statusCode()).isEqualTo(202);
    assertThat(tree(second).path("run_id")).isEqualTo(tree(first).path("run_id"));
    assertThat(tree(second).path("repeated").asBoolean()).isTrue();
  }

  @Test
  void refusesAKnownEventForAnotherAccount() {
    coordinator.accounts.tell("W-ONE", Story.SOUND);
    coordinator.webhook(coordinator.event("W-ONE", "w-conflict"));

    var answer = coordinator.webhook(coordinator.event("W-OTHER", "w-conflict"));

    assertProblem(answer, 409, "conflicting-account");
  }

  @Test
  void takesThePreviousSecretToo() {
    var body = coordinator.event("W-ROTATED", "w-rotated");

    var answer = signed(body, RunningCoordinator.PREVIOUS_SECRET);

    assertThat(answer.statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({
    "salesforce, -PT10M, 401",
    "salesforce, -PT4M, 202",
    "salesforce, PT10M, 401",
    "patient, -PT24H, 202",
    "patient, -PT26H, 401"
  })
  void toleratesAsMuchAsTheSourceMay(String source, Duration age, int status) {
    var event = new HashMap<>(event("w-age-" + source + age.toMinutes()));
    event.put("source", source);
    event.put("timestamp", coordinator.clock.instant().plus(age).toString());

    var answer = coordinator.webhook(json(event));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (status == 401) {
      assertProblem(answer, 401, "timestamp-stale");
    }
  }

  @Test
  void takesABodyAtTheLimit() {
    var event = json(event("w-just-fits"));
    var body = event + " ".repeat(64 * 1024 - event.length());

    assertThat(coordinator.webhook(body).statusCode()).isEqualTo(202);
  }

  private Map<String, String> event(String id) {
    return Map.of(
        "source",
        "salesforce",
        "event_id",
        id,
        "account_id",
        "W-ANY",
        "timestamp",
        coordinator.clock.instant().toString());
  }

  private HttpResponse<String> signed(String body, String secret) {
    return coordinator.post(
        "/webhook/onboarding",
        body,
        Map.of(
            "Content-Type",
            JSON,
            Signature.HEADER,
            "sha256=" + RunningCoordinator.hmac(body, secret)));
  }

  static void assertProblem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("application/problem+json"));
    var problem = tree(answer);
    assertThat(problem.path("type").asString()).isEqualTo("urn:onboarding:problem:" + type);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asString()).isNotBlank();
    assertThat(answer.body()).doesNotContain("Exception", "\tat ", "dev.onboarding");
  }
}
