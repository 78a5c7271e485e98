package dev.onboarding.allinone.client;

import dev.onboarding.edge.EdgeJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// JSON over HTTP with one server; a refusal becomes an exception that says what the server said.
public final class Api {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final URI base;
  private final Duration timeout;
  private final @Nullable Access access;

  /// Of a server that asks for no token.
  Api(URI base) {
    this(base, TIMEOUT, null);
  }

  Api(URI base, Access access) {
    this(base, TIMEOUT, access);
  }

  /// @param timeout until an answer has begun
  /// @param access to what asks for a token; null where nothing does
  Api(URI base, Duration timeout, @Nullable Access access) {
    this.base = base;
    this.timeout = timeout;
    this.access = access;
  }

  JsonNode get(String path) {
    return json(send(request(path).GET().build()));
  }

  String text(String path) {
    return send(request(path).GET().build());
  }

  byte[] bytes(String path) {
    return send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /// Line by line, while the server still writes.
  Stream<String> lines(String path) {
    return send(request(path).GET().build(), HttpResponse.BodyHandlers.ofLines());
  }

  JsonNode post(String path, Object body) {
    return post(path, EdgeJson.mapper().writeValueAsString(body), Map.of());
  }

  /// As [#post], for what only a person may do.
  JsonNode postAsPerson(String path, Object body) {
    String token = access == null ? "" : access.personToken();
    return post(
        path,
        EdgeJson.mapper().writeValueAsString(body),
        Map.of("Authorization", "Bearer " + token));
  }

  JsonNode post(String path, String body, Map<String, String> headers) {
    var request = request(path).POST(BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    return json(send(request.build()));
  }

  JsonNode put(String path, Object body) {
    var json = EdgeJson.mapper().writeValueAsString(body);
    return json(send(request(path).PUT(BodyPublishers.ofString(json)).build()));
  }

  void delete(String path) {
    send(request(path).DELETE().build());
  }

  /// As [#delete], for a server that tells what is left.
  JsonNode remove(String path) {
    return json(send(request(path).DELETE().build()));
  }

  boolean answers(String path) {
    try {
      get(path);
      return true;
    } catch (ApiException e) {
      return e.status() != null;
    }
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, */*");
    return access != null && path.startsWith("/api/")
        ? request.header("Authorization", "Bearer " + access.token())
        : request;
  }

  private String send(HttpRequest request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  private <T> T send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      var response = http.send(request, refusing(handler));
      if (response.statusCode() >= 400) {
        throw new ApiException(response.statusCode(), detail(response.body().refusal()), null);
      }
      return Objects.requireNonNull(response.body().answer());
    } catch (IOException e) {
      throw new ApiException(null, "Nothing answers at " + base, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException(null, "Interrupted while waiting for " + base, e);
    }
  }

  /// A refusal is text, whatever an answer would be.
  private static <T> HttpResponse.BodyHandler<Body<T>> refusing(
      HttpResponse.BodyHandler<T> wanted) {
    return info ->
        info.statusCode() >= 400
            ? HttpResponse.BodySubscribers.mapping(
                HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8),
                text -> new Body<>(null, text))
            : HttpResponse.BodySubscribers.mapping(
                wanted.apply(info), answer -> new Body<>(answer, ""));
  }

  private record Body<T>(@Nullable T answer, String refusal) {}

  private static JsonNode json(String body) {
    try {
      return body.isBlank()
          ? EdgeJson.mapper().createObjectNode()
          : EdgeJson.mapper().readTree(body);
    } catch (JacksonException e) {
      throw new ApiException(null, "The answer is no JSON: " + body, e);
    }
  }

  private static String detail(String body) {
    try {
      JsonNode problem = EdgeJson.mapper().readTree(body);
      String detail = problem.path("detail").asString("");
      return detail.isBlank() ? body : detail;
    } catch (JacksonException e) {
      return body;
    }
  }

  /// A server that refused, or that did not answer.
  public static final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Integer status;

    ApiException(@Nullable Integer status, String message, @Nullable Throwable cause) {
      super(message, cause);
      this.status = status;
    }

    /// The HTTP status; null when nothing was answered.
    public @Nullable Integer status() {
      return status;
    }
  }
}
