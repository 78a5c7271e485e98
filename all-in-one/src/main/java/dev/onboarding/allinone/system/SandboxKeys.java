package dev.onboarding.allinone.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

/// The development keys that this sandbox accepts, put where the connectors read them.
final class SandboxKeys {

  private SandboxKeys() {}

  static Map<String, Path> fetch(URI sandbox, DataDirectory data) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return Map.of(
          "netsuite", fetch(http, sandbox, data, "netsuite"),
          "docusign", fetch(http, sandbox, data, "docusign"));
    }
  }

  private static Path fetch(HttpClient http, URI sandbox, DataDirectory data, String system) {
    try {
      var request = HttpRequest.newBuilder(sandbox.resolve("/keys/" + system)).build();
      String pem = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return data.renewed("sandbox-" + system + ".pem", pem);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the sandbox handed out its keys", e);
    }
  }
}
