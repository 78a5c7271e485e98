package dev.onboarding.coordinator.docusign;

import static dev.onboarding.coordinator.RunningCoordinator.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.PlayedAccounts;
import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConnectWebhookTests {

  private static final String PATH = "/webhook/docusign";
  private static final String NOBODY = "001000000000009AAA";

  private final RunningCoordinator coordinator = RunningCoordinator.shared();
  private final String envelope = UUID.randomUUID().toString();
  private final String body = Connect.event("envelope-completed", envelope, "completed", NOBODY);

  @Test
  void answersAnEnvelopeThatNobodyKnowsWithSuccessAndCountsIt() {
    double before = counted("unknown");

    var answer = send(body, signature());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(tree(answer).path("outcome").asString()).isEqualTo("unknown");
    assertThat(counted("unknown")).isEqualTo(before + 1);
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void wakesTheRunOfTheAccountSoThatItReadsForItself() {
    coordinator.accounts.tell("W-SIGNED", Story.NOT_WON);
    var run = coordinator.rested("W-SIGNED", "w-signed");
    assertThat(run.path("state").asString()).isEqualTo("WAITING_FACT");
    var id = run.path("run_id").asString();
    assertThat(envelopeOf(id)).isEqualTo("envelope-1");
    coordinator.accounts.tell("W-SIGNED", Story.SOUND);
    var event =
        Connect.event(
            "envelope-completed", envelope, "completed", PlayedAccounts.accountId("W-SIGNED"));

    var answer = send(event, Connect.signature(event, RunningCoordinator.CONNECT_KEY));

    assertThat(tree(answer).path("outcome").asString()).isEqualTo("woken");
    coordinator.until(id, now -> now.path("state").asString().equals("COMPLETED"));
  }

  private String envelopeOf(String run) {
    return coordinator
        .jdbc()
        .sql("select envelope_id from coordinator.run_envelope where run_id = cast(? as uuid)")
        .param(run)
        .query(String.class)
        .single();
  }

  @Test
  void answersAReplayWithSuccessAndDoesNothing() {
    send(body, signature());

    var replayed = send(body, signature());

    assertThat(replayed.statusCode()).isEqualTo(200);
    assertThat(tree(replayed).path("outcome").asString()).isEqualTo("repeated");
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void answersWhatConcernsNoEnvelopeWithSuccess() {
    var other = "{\"event\":\"template-created\",\"data\":{\"templateId\":\"t\"}}";

    var answer = send(other, Connect.signature(other, RunningCoordinator.CONNECT_KEY));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(tree(answer).path("outcome").asString()).isEqualTo("ignored");
  }

  @Test
  void refusesAWrongKeyAndNoSignatureAlike() {
    var wrong = send(body, Connect.signature(body, "a-guessed-key-of-docusign-connect-0123"));
    var none = coordinator.post(PATH, body, Map.of("Content-Type", "application/json"));

    assertProblem(wrong, 401, "sender-not-proven");
    assertProblem(none, 401, "sender-not-proven");
    assertThat(wrong.body()).isEqualTo(none.body());
    assertThat(stored()).isZero();
  }

  @Test
  void refusesTheSignatureOfAnotherBody() {
    assertProblem(send(body.replace("completed", "voided"), signature()), 401, "sender-not-proven");
    assertThat(stored()).isZero();
  }

  @Test
  void refusesAHugeBodyBeforeItIsRead() {
    var huge = body + " ".repeat(1024 * 1024);

    assertProblem(
        send(huge, Connect.signature(huge, RunningCoordinator.CONNECT_KEY)), 413, "body-too-large");
    assertThat(stored()).isZero();
  }

  @Test
  void refusesSignedNonsenseAsAProblem() {
    for (var nonsense : new String[] {"{", "[]", "{\"event\":1}", "{\"event\":\"envelope-x\"}"}) {
      var answer = send(nonsense, Connect.signature(nonsense, RunningCoordinator.CONNECT_KEY));

      assertThat(answer.statusCode()).as(nonsense).isEqualTo(400);
    }
  }

  private String signature() {
    return Connect.signature(body, RunningCoordinator.CONNECT_KEY);
  }

  private HttpResponse<String> send(String event, String signature) {
    return coordinator.post(
        PATH,
        event,
        Map.of(
            "Content-Type",
            "application/json; charset=utf-8",
            "X-DocuSign-Signature-2",
            signature,
            "X-Authorization-Digest",
            "HMACSHA256"));
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(tree(answer).path("type").asString()).isEqualTo("urn:onboarding:problem:" + type);
  }

  private long stored() {
    return coordinator
        .jdbc()
        .sql("select count(*) from coordinator.docusign_event where envelope_id = ?")
        .param(envelope)
        .query(Long.class)
        .single();
  }

  private double counted(String outcome) {
    return coordinator
        .bean(MeterRegistry.class)
        .counter("onboarding.docusign.events", "outcome", outcome)
        .count();
  }
}
