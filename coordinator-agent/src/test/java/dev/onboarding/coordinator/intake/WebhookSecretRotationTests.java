package dev.onboarding.coordinator.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.intake.IntakeSettings.Source;
import dev.onboarding.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A webhook secret that is exchanged in its file while webhooks come in.
class WebhookSecretRotationTests {

  private static final String OLD = "the-old-secret-of-thirty-two-characters";
  private static final String NEW = "the-new-secret-of-thirty-two-characters";
  private static final String BODY = "{}";

  @TempDir Path folder;
  private final SettableClock clock = SettableClock.at(Instant.parse("2030-05-06T07:08:09Z"));

  @BeforeEach
  void theOldOneCounts() throws IOException {
    write("secret", OLD);
  }

  @Test
  void refusesNothingWhileTheSenderChangesOver() throws IOException {
    var senders = senders();
    assertThat(takes(senders, OLD)).isTrue();
    assertThat(takes(senders, NEW)).isFalse();

    write("previous", OLD);
    write("secret", NEW);
    assertThat(takes(senders, OLD)).isTrue();
    clock.advance(Duration.ofSeconds(1));
    assertThat(takes(senders, OLD)).isTrue();
    assertThat(takes(senders, NEW)).isTrue();

    write("previous", "");
    clock.advance(Duration.ofSeconds(1));
    assertThat(takes(senders, OLD)).isFalse();
    assertThat(takes(senders, NEW)).isTrue();
  }

  @Test
  void keepsTheLastGoodSecretWhileItsFileHoldsNoneOrOneThatCanBeGuessed() throws IOException {
    var senders = senders();

    write("secret", "");
    clock.advance(Duration.ofSeconds(1));
    assertThat(takes(senders, OLD)).isTrue();
    write("secret", "short");
    clock.advance(Duration.ofSeconds(1));
    assertThat(takes(senders, OLD)).isTrue();
    assertThat(takes(senders, "short")).isFalse();
  }

  @Test
  void startsWithNoSecretThatItCannotRead() throws IOException {
    Files.delete(folder.resolve("secret"));

    assertThatThrownBy(this::senders).hasMessageContaining("ONBOARDING_WEBHOOK_SECRET_FILE");
  }

  private Senders senders() {
    var source =
        new Source(
            null,
            folder.resolve("secret").toString(),
            null,
            folder.resolve("previous").toString(),
            null,
            Duration.ofMinutes(5));
    return new Senders(Map.of("salesforce", source), null, clock);
  }

  private static boolean takes(Senders senders, String secret) {
    var signature = "sha256=" + RunningCoordinator.hmac(BODY, secret);
    try {
      senders.authenticated(
          "salesforce", BODY.getBytes(UTF_8), new Senders.Credentials(signature, null));
      return true;
    } catch (ProblemException refused) {
      return false;
    }
  }

  private void write(String name, String secret) throws IOException {
    var next = Files.writeString(folder.resolve("next"), secret + "\n");
    Files.move(next, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
