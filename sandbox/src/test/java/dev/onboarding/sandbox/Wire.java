package dev.onboarding.sandbox;

import dev.onboarding.sandbox.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A caller without any knowledge of a vendor: sends what it is told and shows what came back.
final class Wire {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /// What came back.
  record Reply(int status, String body, HttpResponse<String> whole) {

    JsonNode json() {
      return Json.read(body);
    }

    Optional<String> header(String name) {
      return whole.headers().firstValue(name);
    }
  }

  private final URI base;

  Wire(Sandbox sandbox) {
    this.base = sandbox.baseUrl();
  }

  Reply get(String path, String... headers) throws IOException {
    return send("GET", path, "", headers);
  }

  Reply send(String method, String path, String body, String... headers) throws IOException {
    URI uri = path.startsWith("http") ? URI.create(path) : URI.create(base + path);
    var request =
        HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.ofString(body));
    List<String> pairs = List.of(headers);
    for (int i = 0; i < pairs.size(); i += 2) {
      request.setHeader(pairs.get(i), pairs.get(i + 1));
    }
    try {
      var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body(), response);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  Reply form(String path, String form, String... headers) throws IOException {
    var all = new java.util.ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
    return send("POST", path, form, all.toArray(String[]::new));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
