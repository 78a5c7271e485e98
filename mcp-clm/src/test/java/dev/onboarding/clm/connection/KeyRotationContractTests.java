package dev.onboarding.clm.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.clm.TestConnector;
import dev.onboarding.clm.docusign.Envelopes;
import dev.onboarding.sandbox.Sandbox;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A secret that is exchanged while the server runs, with DocuSign refusing the old one.
class KeyRotationContractTests {

  private static final Instant SOME_TIME_AGO = Instant.now().minus(Duration.ofDays(300));

  @TempDir Path folder;

  /// A sandbox makes keys of its own and knows no token of another.
  @Test
  void takesTheNewPrivateKeyWithoutARestartOrARefusedCall() throws Exception {
    Path file = folder.resolve("key.pem");
    int port = freePort();

    try (var connector =
        TestConnector.to(
            "http://127.0.0.1:%d/docusign".formatted(port),
            "docusign.integration-key",
            "sandbox-docusign",
            "docusign.user-id",
            "11111111-1111-4111-8111-111111111111",
            "docusign.account-id",
            "22222222-2222-4222-8222-222222222222",
            "docusign.private-key",
            "",
            "docusign.private-key-file",
            file.toString())) {
      var asked = connector.get(Envelopes.class);
      try (var before = Sandbox.start(port, 0)) {
        exchange(file, before);
        assertThat(asked.changedSince(SOME_TIME_AGO, 1).orElseThrow()).isNotEmpty();
      }
      try (var after = Sandbox.start(port, 0)) {
        exchange(file, after);
        assertThat(asked.changedSince(SOME_TIME_AGO, 1).orElseThrow()).isNotEmpty();
      }
    }
  }

  private void exchange(Path file, Sandbox sandbox) throws IOException, InterruptedException {
    String key;
    try (var http = HttpClient.newHttpClient()) {
      var asking = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/keys/docusign")).build();
      key = http.send(asking, BodyHandlers.ofString()).body();
    }
    Path next = Files.writeString(folder.resolve("next"), key);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
