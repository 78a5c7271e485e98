package dev.onboarding.coordinator.effect;

import dev.onboarding.model.FailureException;
import dev.onboarding.model.secret.Rotating;
import dev.onboarding.model.secret.Secret;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Slack's Web API on the wire: a call gives Slack's answer, or our failure. An answer is limited
/// in size, and in time up to its last byte.
final class SlackApi implements AutoCloseable {

  /// A page of history holds a hundred messages with all their blocks.
  private static final long LARGEST_ANSWER = 4L * 1024 * 1024;

  private final HttpClient http;
  private final SlackSettings settings;
  private final Rotating<Secret> token;
  private final JsonMapper json;

  SlackApi(SlackSettings settings, JsonMapper json, Clock clock) {
    this.token = settings.requiredToken(clock);
    token.current();
    this.settings = settings;
    this.json = json;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.timeout())
            .build();
  }

  JsonNode read(String method, Map<String, String> parameters) {
    var query =
        new TreeMap<>(parameters)
            .entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    return token.present(
        shown -> answer(to(method + "?" + query, shown).GET().build(), SlackFailures::unread));
  }

  JsonNode write(String method, JsonNode body, String correlation) {
    return token.present(shown ->
        answer(
            to(method, shown)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("X-Correlation-Id", correlation)
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build(),
            SlackFailures::lost));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder to(String method, Secret token) {
    var base = settings.baseUrl().toString().replaceAll("/+$", "");
    return HttpRequest.newBuilder(URI.create(base + "/" + method))
        .timeout(settings.timeout())
        .header("Authorization", "Bearer " + token.reveal());
  }

  private JsonNode answer(HttpRequest request, Function<Exception, FailureException> lost) {
    // The client's own timeout ends with the headers; waiting here also bounds a body that drips.
    var exchange =
        http.sendAsync(
            request,
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofString(), LARGEST_ANSWER));
    try {
      return understood(exchange.get(settings.timeout().toNanos(), TimeUnit.NANOSECONDS), lost);
    } catch (ExecutionException failed) {
      throw unreachable(failed) ? SlackFailures.unreachable(failed) : lost.apply(failed);
    } catch (TimeoutException late) {
      exchange.cancel(true);
      throw lost.apply(late);
    } catch (InterruptedException stopped) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw lost.apply(stopped);
    }
  }

  private static boolean unreachable(ExecutionException failed) {
    return failed.getCause() instanceof ConnectException
        || failed.getCause() instanceof HttpConnectTimeoutException;
  }

  private JsonNode understood(
      HttpResponse<String> response, Function<Exception, FailureException> lost) {
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
      throw lost.apply(garbage);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
