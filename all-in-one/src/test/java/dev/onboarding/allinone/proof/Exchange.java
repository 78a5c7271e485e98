package dev.onboarding.allinone.proof;

import dev.onboarding.edge.EdgeJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// JSON over HTTP that shows what came back, refusals and broken connections included.
final class Exchange {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  private Exchange() {}

  /// What came back.
  ///
  /// @param status 0 when nothing did
  /// @param retryAfter the header's value, empty without it
  record Reply(int status, String body, String retryAfter) {

    JsonNode json() {
      return EdgeJson.mapper().readTree(body.isBlank() ? "{}" : body);
    }
  }

  static Reply send(String method, URI address, String body, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
      String retryAfter = answer.headers().firstValue("Retry-After").orElse("");
      return new Reply(answer.statusCode(), answer.body(), retryAfter);
    } catch (IOException e) {
      return new Reply(0, "", "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply(0, "", "");
    }
  }

  static JsonNode get(URI address) {
    return expected(send("GET", address, "", Map.of()), address);
  }

  static JsonNode get(URI address, String token) {
    return expected(send("GET", address, "", Map.of("Authorization", "Bearer " + token)), address);
  }

  static JsonNode send(String method, URI address, Object body) {
    String json = EdgeJson.mapper().writeValueAsString(body);
    return expected(send(method, address, json, Map.of()), address);
  }

  private static JsonNode expected(Reply reply, URI address) {
    if (reply.status() < 200 || reply.status() > 299) {
      throw new IllegalStateException(address + ": " + reply);
    }
    return reply.json();
  }
}
