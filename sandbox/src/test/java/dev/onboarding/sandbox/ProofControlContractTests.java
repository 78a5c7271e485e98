package dev.onboarding.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.onboarding.sandbox.Wire.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What proofs need of the outside world: exact counts, calls held open, events.
class ProofControlContractTests {

  private static final String POST = "/slack/api/chat.postMessage";
  private static final String OPERATION = "POST /api/chat.postMessage";

  private static final Sandbox SANDBOX = Sandbox.start(0, 0);
  private static final Wire WIRE = new Wire(SANDBOX);

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @Test
  void countsEveryEffectAndEveryKindOfCallAndDeduplicatesNothing() throws IOException {
    WIRE.send("DELETE", "/inspect/slack", "");
    post("one");
    post("two");
    post("one");

    JsonNode counts = WIRE.get("/inspect/slack/counts?keys=true").json();

    JsonNode messages = counts.path("effects").path("messages");
    assertThat(counts.path("operations").path(OPERATION).path("by_status").path("200").asInt())
        .isEqualTo(3);
    assertThat(messages.path("total").asInt()).isEqualTo(3);
    assertThat(messages.path("distinct").asInt()).isEqualTo(2);
    assertThat(messages.path("more_than_once").propertyNames())
        .containsExactly("#cs-onboarding {\"key\":\"one\"}");
    assertThat(messages.path("keys").size()).isEqualTo(2);
  }

  @Test
  void holdsACallBeforeItsEffectUntilThePlanChanges() throws Exception {
    faults("{\"rules\":[{\"kind\":\"hold\",\"operation\":\"" + OPERATION + "\",\"times\":1}]}");
    WIRE.send("DELETE", "/inspect/slack", "");
    CompletableFuture<Reply> held = CompletableFuture.supplyAsync(() -> tried("held"));
    awaitHeld();

    int before = messages();
    faults("{}");
    Reply reply = held.get(10, TimeUnit.SECONDS);

    assertThat(before).isZero();
    assertThat(reply.json().path("ok").asBoolean()).isTrue();
    assertThat(messages()).isEqualTo(1);
  }

  @Test
  void countsTheCallsThatEachRuleHasStruck() throws IOException {
    faults(
        "{\"rules\":[{\"kind\":\"throttled\",\"times\":1},"
            + "{\"kind\":\"unavailable\",\"operation\":\"POST /api/auth.test\"}]}");
    post("x");
    post("y");

    JsonNode struck = WIRE.get("/faults/slack/struck").json().path("struck");
    faults("{}");

    assertThat(struck.valueStream().map(JsonNode::asInt)).containsExactly(1, 0);
  }

  @Test
  void holdsACallAfterItsEffectAndRefusesItWhenItIsLetGo() throws Exception {
    faults("{\"rules\":[{\"kind\":\"hold\",\"after\":true,\"status\":503}]}");
    WIRE.send("DELETE", "/inspect/slack", "");
    CompletableFuture<Reply> held = CompletableFuture.supplyAsync(() -> tried("held"));
    awaitHeld();

    int during = messages();
    faults("{}");

    assertThat(during).isEqualTo(1);
    assertThat(held.get(10, TimeUnit.SECONDS).status()).isEqualTo(503);
    assertThat(messages()).isEqualTo(1);
  }

  @Test
  void deliversASignedEventAboutAnEnvelope() throws Exception {
    record Heard(String body, String signature) {}
    BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    HttpServer target =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    target.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          String signature = exchange.getRequestHeaders().getFirst("X-DocuSign-Signature-1");
          heard.add(new Heard(new String(body, StandardCharsets.UTF_8), signature));
          exchange.sendResponseHeaders(202, -1);
          exchange.close();
        });
    target.start();

    Reply reply =
        WIRE.send(
            "POST",
            "/docusign-connect",
            "{\"target\":\"http://127.0.0.1:%d/x\",\"key\":\"secret\",\"account\":\"ACME-001\"}"
                .formatted(target.getAddress().getPort()));
    target.stop(0);

    Heard event = heard.remove();
    JsonNode sent = dev.onboarding.sandbox.wire.Json.read(event.body());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertThat(reply.json().path("status").asInt()).isEqualTo(202);
    assertThat(event.signature())
        .isEqualTo(
            Base64.getEncoder()
                .encodeToString(mac.doFinal(event.body().getBytes(StandardCharsets.UTF_8))));
    assertThat(sent.path("event").asString()).isEqualTo("envelope-completed");
    assertThat(sent.at("/data/envelopeSummary/customFields/textCustomFields/0/value").asString())
        .hasSize(18)
        .startsWith("001");
    assertThat(sent.at("/data/envelopeId").asString())
        .isEqualTo(
            WIRE.get("/accounts/ACME-001").json().at("/ids/docusign_envelope_ids/0").asString());
  }

  private static Reply post(String key) throws IOException {
    return WIRE.send(
        "POST",
        POST,
        "{\"channel\":\"#cs-onboarding\",\"text\":\"x\",\"metadata\":{\"event_type\":\"e\",\"event_payload\":{\"key\":\"%s\"}}}"
            .formatted(key),
        "Authorization",
        "Bearer xoxb-sandbox",
        "Content-Type",
        "application/json");
  }

  private static Reply tried(String key) {
    try {
      return post(key);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void faults(String plan) throws IOException {
    assertThat(WIRE.send("PUT", "/faults/slack", plan).status()).isEqualTo(200);
  }

  private static void awaitHeld() throws IOException {
    while (WIRE.get("/faults/slack/held").json().path("held").isEmpty()) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static int messages() throws IOException {
    return WIRE.get("/inspect/slack/counts").json().at("/effects/messages/total").asInt(0);
  }
}
