package dev.onboarding.coordinator.intake;

import static dev.onboarding.coordinator.RunningCoordinator.json;
import static dev.onboarding.coordinator.RunningCoordinator.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.RunningCoordinator;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bad input: every kind is answered as a problem, and nothing is stored.
class WebhookRefusalTests {

  private static final String JSON = "application/json";

  private final RunningCoordinator coordinator = RunningCoordinator.shared();

  @Test
  void refusesASignatureThatDoesNotFit() {
    WebhookTests.assertProblem(
        signed(json(event("w-bad-signature")), "guessed"), 401, "sender-not-proven");
    assertNothingStored("w-bad-signature");
  }

  @Test
  void refusesABodyThatIsNotSigned() {
    var answer =
        coordinator.post(
            "/webhook/onboarding", json(event("w-unsigned")), Map.of("Content-Type", JSON));

    WebhookTests.assertProblem(answer, 401, "sender-not-proven");
    assertNothingStored("w-unsigned");
  }

  @Test
  void refusesATokenWhenNoneAreAccepted() {
    var answer =
        coordinator.post(
            "/webhook/onboarding",
            json(event("w-token")),
            Map.of("Content-Type", JSON, "Authorization", "Bearer a.b.c"));

    WebhookTests.assertProblem(answer, 401, "sender-not-proven");
  }

  @Test
  void tellsNobodyWhichSourcesItKnows() {
    var stranger = new HashMap<>(event("w-unknown"));
    stranger.put("source", "stranger");

    var unknown = coordinator.webhook(json(stranger));
    var badSignature = signed(json(event("w-unknown")), "guessed");
    var unsigned =
        coordinator.post(
            "/webhook/onboarding", json(event("w-unknown")), Map.of("Content-Type", JSON));

    WebhookTests.assertProblem(unknown, 401, "sender-not-proven");
    assertThat(unknown.body()).isEqualTo(badSignature.body()).isEqualTo(unsigned.body());
    assertThat(unknown.headers().map().keySet())
        .isEqualTo(badSignature.headers().map().keySet())
        .isEqualTo(unsigned.headers().map().keySet());
  }

  @Test
  void refusesAFieldItDoesNotKnow() {
    var event = new HashMap<>(event("w-extra"));
    event.put("approve", "true");

    var answer = coordinator.webhook(json(event));

    WebhookTests.assertProblem(answer, 400, "unknown-field");
    assertThat(tree(answer).path("detail").asString()).contains("'approve'");
    assertNothingStored("w-extra");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "event_id       |            | invalid-field",
        "event_id       | has space  | invalid-field",
        "event_id       | naïve      | invalid-field",
        "correlation_id | has space  | invalid-field",
        "correlation_id | naïve      | invalid-field",
        "account_id     |            | invalid-account-id",
        "account_id     | ACME/../1  | invalid-account-id",
        "account_id     | a b        | invalid-account-id",
        "opportunity_id | 123        | invalid-field",
        "timestamp      |            | invalid-field",
        "timestamp      | yesterday  | invalid-field"
      })
  void refusesAFieldThatIsNotWhatItShouldBe(String field, String value, String problem) {
    var event = new HashMap<>(event("w-invalid"));
    event.remove(field);
    if (value != null) {
      event.put(field, value);
    }

    WebhookTests.assertProblem(coordinator.webhook(json(event)), 400, problem);
    assertNothingStored("w-invalid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{`",
        "`[]`",
        "`\"text\"`",
        "`{\"source\":\"salesforce\"} x`",
        "`{\"source\":\"salesforce\",\"source\":\"salesforce\"}`",
        "``"
      })
  void refusesWhatIsNoJsonObject(String body) {
    WebhookTests.assertProblem(coordinator.webhook(body), 400, "malformed-json");
  }

  @Test
  void refusesABodyAboveTheLimit() {
    var body = json(event("w-large")) + " ".repeat(64 * 1024);

    WebhookTests.assertProblem(coordinator.webhook(body), 413, "body-too-large");
    assertNothingStored("w-large");
  }

  @Test
  void refusesAnotherContentType() {
    var body = json(event("w-text"));

    var answer =
        coordinator.post(
            "/webhook/onboarding",
            body,
            Map.of(
                "Content-Type",
                "text/plain",
                Signature.HEADER,
                "sha256=" + RunningCoordinator.hmac(body, RunningCoordinator.SECRET)));

    WebhookTests.assertProblem(answer, 415, "unsupported-content-type");
  }

  @Test
  void refusesAnotherMethodAsAProblem() {
    WebhookTests.assertProblem(coordinator.get("/webhook/onboarding"), 405, "method-not-allowed");
  }

  @ParameterizedTest
  @CsvSource({"event_id", "correlation_id"})
  void namesTheRuleForIds(String field) {
    for (var bad : List.of("", "a\nb", "a\tb", "a\u0000b", "a\u007fb", "a".repeat(129))) {
      var event = new HashMap<>(event("w-rule"));
      event.put(field, bad);

      var answer = coordinator.webhook(json(event));

      WebhookTests.assertProblem(answer, 400, "invalid-field");
      assertThat(tree(answer).path("detail").asString()).contains(field, "[\\x21-\\x7e]{1,128}");
    }
  }

  @ParameterizedTest
  @CsvSource({"salesforce, signature-invalid", "stranger, unknown-source"})
  void countsWhatItRefusesByWhatWasWrong(String source, String reason) {
    double before = refused(reason);
    var event = new HashMap<>(event("w-counted"));
    event.put("source", source);

    signed(json(event), "guessed");

    assertThat(refused(reason)).isEqualTo(before + 1);
  }

  private double refused(String reason) {
    return coordinator
        .bean(MeterRegistry.class)
        .counter("onboarding.requests.refused", "reason", reason)
        .count();
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

  private void assertNothingStored(String event) {
    assertThat(
            coordinator
                .jdbc()
                .sql("select count(*) from coordinator.trigger_event where event_id = ?")
                .param(event)
                .query(Long.class)
                .single())
        .isZero();
  }
}
