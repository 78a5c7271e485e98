package dev.onboarding.coordinator.effect;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.sandbox.Sandbox;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Secrets that are exchanged while the coordinator runs, with Slack and the relay refusing the old
/// ones.
class SecretRotationContractTests {

  @TempDir Path folder;
  private final EffectKey key = EffectKey.ofNoRun("key-1", "corr-1");

  @Test
  void takesTheNewSlackTokenWithoutARestartOrARefusedPost() throws IOException {
    int port = freePort();
    exchange("xoxb-old");
    try (var client = slackClient(port)) {
      try (var _ = slack(port, "xoxb-old")) {
        assertThat(client.post(new SlackPost("#cs-onboarding", "One", null), key)).isNotBlank();
      }
      exchange("xoxb-new");
      try (var _ = slack(port, "xoxb-new")) {
        assertThat(client.post(new SlackPost("#cs-onboarding", "Two", null), key)).isNotBlank();
      }
    }
  }

  @Test
  void takesTheNewPasswordOfTheRelayWithoutARestartOrARefusedMail() throws IOException {
    var smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    smtp.start();
    try {
      var user = smtp.setUser("me@example.com", "me", "old");
      exchange("old");
      var relay = relay(smtp.getSmtp().getPort());
      relay.send(new Mail(List.of("a@b.example"), "One", "Text", "<p>Html</p>"), key);

      user.setPassword("new");
      exchange("new");
      relay.send(new Mail(List.of("a@b.example"), "Two", "Text", "<p>Html</p>"), key);

      assertThat(smtp.getReceivedMessages()).hasSize(2);
    } finally {
      smtp.stop();
    }
  }

  private MailRelay relay(int port) {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    sender.setUsername("me");
    sender.getJavaMailProperties().setProperty("mail.smtp.auth", "true");
    return new MailRelay(
        sender,
        new MailSettings(
            "from@example.com",
            "cs@example.com",
            "mail.example.com",
            folder.resolve("secret").toString()),
        Clock.systemUTC());
  }

  private SlackClient slackClient(int port) {
    return new SlackClient(
        new SlackSettings(
            URI.create("http://127.0.0.1:%d/slack/api".formatted(port)),
            null,
            folder.resolve("secret").toString(),
            "#cs-onboarding",
            "#cs-onboarding-alerts",
            Duration.ofSeconds(5)),
        EdgeJson.mapper(),
        Clock.systemUTC());
  }

  private static Sandbox slack(int port, String token) {
    return Sandbox.start(port, 0, "sandbox.slack.token=" + token);
  }

  private void exchange(String secret) throws IOException {
    var next = Files.writeString(folder.resolve("next"), secret + "\n");
    Files.move(next, folder.resolve("secret"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
