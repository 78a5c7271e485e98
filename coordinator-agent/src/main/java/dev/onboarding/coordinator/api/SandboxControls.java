package dev.onboarding.coordinator.api;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sandbox's own controls: which accounts it knows, what goes wrong in it.
final class SandboxControls implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private final URI base;
  private final JsonMapper json;

  SandboxControls(URI base, JsonMapper json) {
    this.base = base;
    this.json = json;
  }

  List<String> accounts() {
    return send(request("/accounts").GET().build())
        .valueStream()
        .map(account -> account.path("key").asString(""))
        .filter(key -> !key.isEmpty())
        .toList();
  }

  /// One call in so many of the system fails from now on, the same ones for the same seed.
  void fail(String system, List<String> kinds, double probability, long seed) {
    var rules =
        kinds.stream().map(kind -> Map.of("kind", kind, "probability", probability)).toList();
    var plan = json.writeValueAsString(Map.of("seed", seed, "rules", rules));
    send(request("/faults/" + system).PUT(HttpRequest.BodyPublishers.ofString(plan)).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json");
  }

  private JsonNode send(HttpRequest request) {
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw unusable(null);
      }
      return json.readTree(response.body());
    } catch (IOException | JacksonException failed) {
      throw unusable(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unusable(stopped);
    }
  }

  private FailureException unusable(@Nullable Exception cause) {
    return new FailureException(
        Failure.of(ErrorType.NETWORK, "SANDBOX_UNREACHABLE", null, "The sandbox did not answer."),
        null,
        cause);
  }

  @Override
  public void close() {
    http.close();
  }
}
