package dev.onboarding.coordinator.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.JsonNode;

/// Slack and SMTP as they are on the wire, played by the sandbox.
class OutsideWorldContractTests {

  private static Sandbox sandbox;

  private final Clock clock = Clock.systemUTC();
  private final String unique = UUID.randomUUID().toString();
  private final EffectKey key = EffectKey.ofNoRun("key-" + unique, "corr-" + unique);
  private final SlackPost post = new SlackPost("#cs-onboarding", "Hello " + unique, null);

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(0, 0);
  }

  @AfterAll
  static void stop() throws Exception {
    sandbox.close();
  }

  @Test
  void findsAPostByItsKeyWithoutHavingPosted() {
    var reference = slack("xoxb-sandbox").post(post, key);

    assertThat(slack("xoxb-sandbox").find("#cs-onboarding", key.value(), clock.instant()))
        .contains(reference);
    assertThat(slack("xoxb-sandbox").find("#cs-onboarding-alerts", key.value(), clock.instant()))
        .isEmpty();
    assertThat(slack("xoxb-sandbox").find("#cs-onboarding", "other", clock.instant())).isEmpty();
  }

  @Test
  void saysThatTheTokenIsRefused() {
    assertThatThrownBy(() -> slack("xoxb-wrong").post(post, key))
        .isInstanceOfSatisfying(
            FailureException.class,
            failed -> assertThat(failed.failure().errorType()).isEqualTo(ErrorType.AUTHENTICATION));
  }

  @Test
  void deliversAMailWithBothPartsAndItsHeaders() throws Exception {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(sandbox.smtpPort());
    var settings = new MailSettings("from@example.com", "cs@example.com", "mail.example.com", "");
    var relay = new MailRelay(sender, settings, clock);

    var id = relay.send(new Mail(List.of("a@b.example"), "Grüße", "Text", "<p>Html</p>"), key);

    assertThat(inspect("mail").path("effects").valueStream())
        .filteredOn(mail -> id.equals(mail.path("message_id").asString()))
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.path("subject").asString()).isEqualTo("Grüße");
          assertThat(mail.at("/headers/X-Correlation-Id").asString()).isEqualTo(key.correlation());
          assertThat(mail.path("text").asString()).contains("Text");
          assertThat(mail.path("html").asString()).contains("<p>Html</p>");
        });
  }

  @Test
  void showsOneDistinctMailHoweverOftenItIsRepeated() throws Exception {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(sandbox.smtpPort());
    var settings = new MailSettings("from@example.com", "cs@example.com", "mail.example.com", "");
    var relay = new MailRelay(sender, settings, clock);
    var mail = new Mail(List.of("a@b.example"), "Repeated " + unique, "Text", "<p>Html</p>");

    relay.send(mail, key);
    relay.send(mail, key);

    assertThat(inspect("mail").path("effects").valueStream())
        .filteredOn(each -> mail.subject().equals(each.path("subject").asString()))
        .extracting(each -> each.path("message_id").asString())
        .hasSize(2)
        .containsOnly("<%s@mail.example.com>".formatted(Sha256.hex(key.value())));
  }

  @Test
  void saysThatNoRelayIsThere() {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(1);
    var settings = new MailSettings("from@example.com", "cs@example.com", "mail.example.com", "");
    var relay = new MailRelay(sender, settings, clock);

    assertThatThrownBy(() -> relay.send(new Mail(List.of("a@b.example"), "S", "T", "H"), key))
        .isInstanceOfSatisfying(
            FailureException.class,
            failed -> assertThat(failed.failure().errorType()).isEqualTo(ErrorType.NETWORK));
  }

  private static SlackClient slack(String token) {
    return new SlackClient(
        new SlackSettings(
            URI.create(sandbox.baseUrl() + "/slack/api"),
            new Secret(token),
            "",
            "#cs-onboarding",
            "#cs-onboarding-alerts",
            Duration.ofSeconds(5)),
        EdgeJson.mapper(),
        Clock.systemUTC());
  }

  private static JsonNode inspect(String system) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/inspect/" + system)).build();
      return EdgeJson.mapper()
          .readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
  }
}
