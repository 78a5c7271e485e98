package dev.onboarding.sandbox.docusign;

import dev.onboarding.sandbox.docusign.Cabinet.Place;
import dev.onboarding.sandbox.story.Stories;
import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.ControlProblem;
import dev.onboarding.sandbox.wire.Json;
import dev.onboarding.sandbox.wire.Routes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `/docusign-connect`: makes DocuSign Connect deliver a signed event about one envelope.
public final class ConnectPages {

  private static final int CONFIGURATION = 12_345;

  private final Stories stories;
  private final DocuSignSettings settings;
  private final Cabinet cabinet;
  private final EnvelopeWriter writer;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  public ConnectPages(Stories stories, DocuSignSettings settings, Clock clock) {
    this.stories = stories;
    this.settings = settings;
    this.clock = clock;
    this.cabinet = new Cabinet(stories);
    this.writer = new EnvelopeWriter(clock);
  }

  public void on(Routes routes) {
    routes.on("POST", "/docusign-connect", (call, path) -> deliver(call));
  }

  /// Asked for with `target`, `key` (the HMAC key), `envelope` or `account`, and optionally `event`
  /// and `retry_count`. Answers with what the target answered and with what was sent.
  private Answer deliver(Call call) {
    try {
      JsonNode asked = call.json();
      Place place = place(asked);
      String body = new String(Json.write(event(asked, place)), StandardCharsets.UTF_8);
      String signature = signature(body, required(asked, "key"));
      var answer = http.send(request(asked, body, signature), HttpResponse.BodyHandlers.ofString());
      return Answer.json(
          200,
          Json.object()
              .put("status", answer.statusCode())
              .put("answer", answer.body())
              .put("signature", signature)
              .put("sent", body));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new ControlProblem(400, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new ControlProblem(502, "The target does not answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ControlProblem(503, "Interrupted");
    }
  }

  private static HttpRequest request(JsonNode asked, String body, String signature) {
    return HttpRequest.newBuilder(URI.create(required(asked, "target")))
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "application/json; charset=utf-8")
        .header("X-DocuSign-Signature-1", signature)
        .header("X-Authorization-Digest", "HMACSHA256")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private Place place(JsonNode asked) {
    String id = asked.path("envelope").asString("");
    String account = asked.path("account").asString("");
    if (id.isEmpty()) {
      id =
          stories
              .find(account)
              .filter(told -> !told.story().envelopes().isEmpty())
              .map(told -> told.envelopeId(0).toString())
              .orElse("");
    }
    String wanted = id.isEmpty() ? account : id;
    return cabinet
        .envelope(id)
        .orElseThrow(() -> new ControlProblem(404, "No envelope of '" + wanted + "'"));
  }

  private ObjectNode event(JsonNode asked, Place place) {
    String status = place.told().story().envelopes().get(place.index()).status();
    String id = place.told().envelopeId(place.index()).toString();
    String account = settings.accountId();
    ObjectNode event =
        Json.object()
            .put("event", asked.path("event").asString("envelope-" + status))
            .put("apiVersion", "v2.1")
            .put("uri", "/restapi/v2.1/accounts/" + account + "/envelopes/" + id)
            .put("retryCount", asked.path("retry_count").asInt(0))
            .put("configurationId", CONFIGURATION)
            .put("generatedDateTime", clock.instant().toString());
    ObjectNode data =
        event
            .putObject("data")
            .put("accountId", account)
            .put("userId", settings.userId())
            .put("envelopeId", id)
            .put("recipientId", UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)) + "");
    data.set("envelopeSummary", writer.envelope(place, Set.of("recipients", "custom_fields")));
    return event;
  }

  private static String required(JsonNode asked, String field) {
    String value = asked.path(field).asString("");
    if (value.isEmpty()) {
      throw new ControlProblem(400, "'" + field + "' is required");
    }
    return value;
  }

  private static String signature(String body, String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
