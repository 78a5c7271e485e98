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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Slack's Web API on the wire: a call gives Slack's answer, or our failure.
final class SlackApi implements AutoCloseable {

  private final HttpClient http;
  private final SlackSettings settings;
  private final JsonMapper json;

  SlackApi(SlackSettings settings, JsonMapper json) {
    settings.requiredToken();
    this.settings = settings;
    this.json = json;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.timeout())
            .build();
  }

  JsonNode read(String method, Map<String, String> parameters) {
    var query =
        new TreeMap<>(parameters)
            .entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    return answer(to(method + "?" + query).GET().build());
  }

  JsonNode write(String method, JsonNode body, String correlation) {
    return answer(
        to(method)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("X-Correlation-Id", correlation)
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
            .build());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder to(String method) {
    var base = settings.baseUrl().toString().replaceAll("/+$", "");
    return HttpRequest.newBuilder(URI.create(base + "/" + method))
        .timeout(settings.timeout())
        .header("Authorization", "Bearer " + settings.requiredToken().reveal());
  }

  private JsonNode answer(HttpRequest request) {
    try {
      return understood(http.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (ConnectException | HttpConnectTimeoutException unreachable) {
      throw SlackFailures.unreachable(unreachable);
    } catch (IOException lost) {
      throw SlackFailures.lost(lost);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw SlackFailures.lost(stopped);
    }
  }

  private JsonNode understood(HttpResponse<String> response) {
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
