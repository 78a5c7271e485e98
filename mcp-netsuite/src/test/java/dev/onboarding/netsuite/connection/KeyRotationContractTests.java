package dev.onboarding.netsuite.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.netsuite.TestConnector;
import dev.onboarding.netsuite.suiteql.SuiteQl;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A secret that is exchanged while the server runs, with NetSuite refusing the old one.
class KeyRotationContractTests {

  @TempDir Path folder;

  /// A sandbox makes keys of its own and knows no token of another.
  @Test
  void takesTheNewPrivateKeyWithoutARestartOrARefusedCall() throws Exception {
    Path file = folder.resolve("key.pem");
    int port = freePort();

    try (var connector =
        TestConnector.to(
            "http://127.0.0.1:%d/netsuite".formatted(port),
            "netsuite.connection.private-key",
            "",
            "netsuite.connection.private-key-file",
            file.toString())) {
      var asked = connector.get(SuiteQl.class);
      try (var before = Sandbox.start(port, 0)) {
        exchange(file, before);
        assertThat(asked.rows("customers", "SELECT id FROM customer WHERE ROWNUM <= 1"))
            .isNotEmpty();
      }
      try (var after = Sandbox.start(port, 0)) {
        exchange(file, after);
        assertThat(asked.rows("customers", "SELECT id FROM customer WHERE ROWNUM <= 1"))
            .isNotEmpty();
      }
    }
  }

  private void exchange(Path file, Sandbox sandbox) throws IOException, InterruptedException {
    String key;
    try (var http = HttpClient.newHttpClient()) {
      var asking = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/keys/netsuite")).build();
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
