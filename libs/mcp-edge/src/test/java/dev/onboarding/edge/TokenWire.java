package dev.onboarding.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Speaks to a server that asks for tokens, in every way that somebody might try.
final class TokenWire {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String endpoint;

  TokenWire(String endpoint) {
    this.endpoint = endpoint;
  }

  HttpResponse<String> call(String token, String tool, String arguments, String run) {
    return send(
        Map.of("Authorization", bearer(token)),
        "tools/call",
        "{\"name\":\"%s\",\"arguments\":%s,\"_meta\":{\"dev.onboarding/run\":\"%s\",\"dev.onboarding/caller\":\"somebody-else\"}}"
            .formatted(tool, arguments, run));
  }

  HttpResponse<String> list(String token) {
    return send(Map.of("Authorization", bearer(token)), "tools/list", "{}");
  }

  static String bearer(String token) {
    return "Bearer " + token;
  }

  static String challenge(HttpResponse<String> response) {
    return response.headers().firstValue("WWW-Authenticate").orElse("");
  }

  HttpResponse<String> send(Map<String, String> headers, String method, String params) {
    var request =
        HttpRequest.newBuilder(URI.create(endpoint))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
                        .formatted(method, params)));
    headers.forEach(request::setHeader);
    return sent(request);
  }

  /// As no HTTP client would send it.
  String underForeignHost(String line, String header) throws IOException {
    URI address = URI.create(endpoint);
    String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}";
    List<String> lines =
        List.of(
            line + " HTTP/1.1",
            "Host: evil.example",
            "Content-Type: application/json",
            "Accept: application/json, text/event-stream",
            header.isEmpty() ? "X-Nothing: x" : header,
            "Content-Length: " + body.length(),
            "Connection: close",
            "",
            body);
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(String.join("\r\n", lines).getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  HttpResponse<String> sent(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
