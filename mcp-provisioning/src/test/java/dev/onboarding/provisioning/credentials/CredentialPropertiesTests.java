package dev.onboarding.provisioning.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the key comes from, and what is said when it does not.
class CredentialPropertiesTests {

  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  @Test
  void takesTheKeyFromTheVariableOrItsFile(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("key"), KEY + "\n");

    assertThat(settings(KEY, "").key()).hasSize(32);
    assertThat(settings("", file.toString()).key()).hasSize(32);
  }

  @Test
  void saysWhatIsWrongWithoutShowingIt() {
    assertThatThrownBy(() -> settings("c2hvcnQ=", "").key())
        .hasMessageContaining("32 bytes")
        .hasMessageNotContaining("c2hvcnQ");
  }

  @Test
  void refusesALinkThatNeverWorks() {
    assertThatThrownBy(() ->
            new CredentialProperties(
                new Secret(""), "", "http://127.0.0.1", Duration.ZERO, FIVE_MINUTES))
        .hasMessageContaining("link-lifetime");
  }

  @Test
  void refusesToWipeNeverOrWithoutAPause() {
    assertThatThrownBy(() -> wiping(Duration.ZERO)).hasMessageContaining("wipe-every");
    assertThatThrownBy(() -> wiping(Duration.ofMinutes(61))).hasMessageContaining("wipe-every");
  }

  private static CredentialProperties wiping(Duration every) {
    return new CredentialProperties(
        new Secret(KEY), "", "http://127.0.0.1", Duration.ofHours(72), every);
  }

  private static CredentialProperties settings(String key, String file) {
    return new CredentialProperties(new Secret(key), file, "", Duration.ofHours(72), FIVE_MINUTES);
  }
}
