package dev.onboarding.salesforce.org;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.salesforce.TestConnector;
import dev.onboarding.sandbox.Sandbox;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A secret that is exchanged while the server runs, with Salesforce refusing the old one.
class SecretRotationContractTests {

  @TempDir Path folder;

  @Test
  void takesTheNewClientSecretWithoutARestartOrARefusedCall() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "the-old-secret\n");
    int port = freePort();

    try (var connector =
        TestConnector.to(
            "http://127.0.0.1:%d/salesforce".formatted(port),
            "salesforce.connection.client-secret",
            "",
            "salesforce.connection.client-secret-file",
            file.toString())) {
      var queries = connector.get(SalesforceQueries.class);
      try (var _ = salesforce(port, "the-old-secret")) {
        assertThat(queries.all("account", "SELECT Id FROM Account LIMIT 1")).isNotEmpty();
      }
      Path next = Files.writeString(folder.resolve("next"), "the-new-secret\n");
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
      try (var _ = salesforce(port, "the-new-secret")) {
        assertThat(queries.all("account", "SELECT Id FROM Account LIMIT 1")).isNotEmpty();
      }
    }
  }

  private static Sandbox salesforce(int port, String secret) {
    return Sandbox.start(port, 0, "sandbox.salesforce.client-secret=" + secret);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
