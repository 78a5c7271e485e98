package dev.onboarding.coordinator.docusign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.coordinator.docusign.ConnectSettings.Key;
import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ConnectKeysTests {

  private static final String ONE = "one-key-of-docusign-connect-0123456789=";
  private static final String OTHER = "another-key-of-docusign-connect-012345=";
  private static final String BODY = "{\"event\":\"envelope-completed\"}";

  private final SettableClock clock = SettableClock.at(Instant.EPOCH);

  @Test
  void takesAnyKeysSignatureAmongSeveral() {
    var keys = keys(value(ONE), value(OTHER));

    assertFits(keys, Connect.signature(BODY, ONE));
    assertFits(keys, Connect.signature(BODY, OTHER));
    assertFits(keys, "no base64 at all!", Connect.signature(BODY, "other"), signed(OTHER));
  }

  @Test
  void refusesAnotherKeyAnotherBodyAndNoSignature() {
    var keys = keys(value(ONE));

    assertRefused(keys, "docusign-signature-invalid", signed(OTHER));
    assertRefused(keys, "docusign-signature-invalid", Connect.signature(BODY + " ", ONE));
    assertRefused(keys, "docusign-signature-invalid", "");
    assertRefused(keys, "docusign-signature-missing");
  }

  @Test
  void refusesEverythingWithoutAKey() {
    var keys = keys(value(""), new Key(null, " "));

    assertRefused(keys, "docusign-no-key", signed(ONE));
    assertRefused(keys, "docusign-no-key", signed(OTHER));
  }

  @Test
  void takesNoKeyThatCanBeGuessed() {
    assertThatThrownBy(() -> keys(value("short")))
        .hasMessageContaining("DOCUSIGN_CONNECT_KEY")
        .hasMessageNotContaining("short");
  }

  @Test
  void followsAKeyThatIsExchanged(@TempDir Path directory) throws IOException {
    var file = Files.writeString(directory.resolve("key"), ONE);
    var keys = keys(new Key(null, file.toString()));
    assertFits(keys, signed(ONE));

    var next = Files.writeString(directory.resolve("next"), OTHER);
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    clock.advance(Duration.ofSeconds(2));

    assertFits(keys, signed(OTHER));
    assertRefused(keys, "docusign-signature-invalid", signed(ONE));
  }

  private ConnectKeys keys(Key... keys) {
    return new ConnectKeys(
        new ConnectSettings(List.of(keys), DataSize.ofKilobytes(1), Duration.ofSeconds(1)), clock);
  }

  private static Key value(String key) {
    return new Key(new Secret(key), null);
  }

  private static String signed(String key) {
    return Connect.signature(BODY, key);
  }

  private static void assertFits(ConnectKeys keys, String... signatures) {
    assertThatCode(() -> keys.require(Connect.bytes(BODY), List.of(signatures)))
        .doesNotThrowAnyException();
  }

  private static void assertRefused(ConnectKeys keys, String reason, String... signatures) {
    assertThatThrownBy(() -> keys.require(Connect.bytes(BODY), List.of(signatures)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.type()).isEqualTo(ProblemType.SENDER_NOT_PROVEN);
              assertThat(refused.reason()).isEqualTo(reason);
            });
  }
}
