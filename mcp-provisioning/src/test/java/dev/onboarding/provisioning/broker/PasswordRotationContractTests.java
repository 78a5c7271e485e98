package dev.onboarding.provisioning.broker;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.onboarding.connector.Bookkeeping;
import dev.onboarding.connector.CallSurroundings;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.sandbox.Sandbox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A password that is exchanged while the server runs, with the provisioner refusing the old one.
class PasswordRotationContractTests {

  @TempDir Path folder;

  @Test
  void takesTheNewPasswordWithoutARestartOrARefusedCall() throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "the-old-password\n");
    int port = freePort();
    ServiceBroker broker = broker(port, file);
    try (var _ = provisioner(port, "the-old-password")) {
      assertThatCode(() -> broker.lookUp(UUID.randomUUID(), "growth")).doesNotThrowAnyException();
    }

    Path next = Files.writeString(folder.resolve("next"), "the-new-password\n");
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    try (var _ = provisioner(port, "the-new-password")) {
      assertThatCode(() -> broker.lookUp(UUID.randomUUID(), "growth")).doesNotThrowAnyException();
    }
  }

  private static Sandbox provisioner(int port, String password) {
    return Sandbox.start(port, 0, "sandbox.provisioner.password=" + password);
  }

  private static ServiceBroker broker(int port, Path passwordFile) {
    BrokerProperties usual =
        TestBroker.settings(URI.create("http://127.0.0.1:%d/provisioner".formatted(port)));
    return BrokerAccess.broker(
        new BrokerProperties(
            usual.baseUrl(),
            usual.username(),
            new Secret(""),
            passwordFile.toString(),
            usual.service(),
            usual.catalogLifetime(),
            usual.limits()),
        EdgeJson.mapper(),
        Clock.systemUTC(),
        CallSurroundings.ofCurrentCall(
            Clock.systemUTC(), new SimpleMeterRegistry(), Bookkeeping.NONE));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
