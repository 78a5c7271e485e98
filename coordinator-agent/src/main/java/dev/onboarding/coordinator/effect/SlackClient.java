package dev.onboarding.coordinator.effect;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Slack's Web API: posts a message with its key as metadata, and finds it again by that key.
public final class SlackClient implements AutoCloseable {

  private static final String EVENT = "onboarding_effect";

  private final HttpClient http;
  private final SlackSettings settings;
  private final JsonMapper json;

  public SlackClient(SlackSettings settings, JsonMapper json) {
    settings.requiredToken();
    this.settings = settings;
    this.json = json;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.timeout())
            .build();
  }

  /// @return the message's timestamp, which is its id in the channel
  String post(SlackPost post, EffectKey key) {
    var body = json.createObjectNode();
    body.put("channel", post.channel());
    body.put("text", post.text());
    if (post.blocks() != null) {
      body.set("blocks", post.blocks());
    }
    var metadata = body.putObject("metadata").put("event_type", EVENT);
    metadata
        .putObject("event_payload")
        .put("key", key.value())
        .put("correlation_id", key.correlation());
    var request =
        to("chat.postMessage")
            .header("Content-Type", "application/json; charset=utf-8")
            .header("X-Correlation-Id", key.correlation())
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
            .build();
    return answer(request).path("ts").asString("");
  }

  /// The message that was posted under the key, if the channel's recent history has it.
  Optional<String> find(String channel, String key) {
    var query =
        "conversations.history?limit=200&include_all_metadata=true&channel="
            + URLEncoder.encode(channel, StandardCharsets.UTF_8);
    var messages = answer(to(query).GET().build()).path("messages");
    return messages
        .valueStream()
        .filter(message -> carries(message, key))
        .findFirst()
        .map(message -> message.path("ts").asString(""));
  }

  private static boolean carries(JsonNode message, String key) {
    var metadata = message.path("metadata");
    return EVENT.equals(metadata.path("event_type").asString(""))
        && key.equals(metadata.path("event_payload").path("key").asString(""));
  }

  private HttpRequest.Builder to(String method) {
    var base = settings.baseUrl().toString().replaceAll("/+$", "");
    return HttpRequest.newBuilder(URI.create(base + "/" + method))
        .timeout(settings.timeout())
        .header("Authorization", "Bearer " + settings.requiredToken().reveal());
  }

  private JsonNode answer(HttpRequest request) {
    try {
      return read(http.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (ConnectException | HttpConnectTimeoutException unreachable) {
      throw SlackFailures.unreachable(unreachable);
    } catch (IOException lost) {
      throw SlackFailures.lost(lost);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw SlackFailures.lost(stopped);
    }
  }

  private JsonNode read(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw SlackFailures.status(
          response.statusCode(), response.headers().firstValue("Retry-After"));
    }
    try {
      var answer = json.readTree(response.body());
      if (answer.path("ok").asBoolean(false)) {
        return answer;
      }
      throw SlackFailures.refused(answer.path("error").asString("unknown_error"));
    } catch (JacksonException garbage) {
      throw SlackFailures.unreadable(garbage);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
