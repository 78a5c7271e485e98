package dev.onboarding.provisioning.credentials;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.secret.Secret;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/// What is said to settings that cannot work.
class CredentialPropertiesTests {

  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

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
}
