package dev.onboarding.coordinator.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.coordinator.Secret;
import dev.onboarding.coordinator.intake.IntakeSettings.Source;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntakeSettingsTests {

  @Test
  void takesTwoSecretsAndNoThird() {
    assertThat(source("a", "b").secrets()).hasSize(2);
    assertThatThrownBy(() -> source("a", "b", "c")).hasMessageContaining("at most two secrets");
  }

  @Test
  void ignoresASecretThatIsNotSet() {
    assertThat(source("a", "").secrets()).extracting(Secret::reveal).containsExactly("a");
    assertThat(source("", " ").canProveItself()).isFalse();
  }

  @Test
  void letsASourceProveItselfByItsClient() {
    assertThat(new Source(source().secrets(), "client", Duration.ZERO).canProveItself()).isTrue();
  }

  @Test
  void neverPrintsASecret() {
    assertThat(new IntakeSettings(Map.of("crm", source("hidden")), null).toString())
        .contains("***")
        .doesNotContain("hidden");
  }

  private static Source source(String... secrets) {
    return new Source(
        Arrays.stream(secrets).map(Secret::new).toList(), null, Duration.ofMinutes(5));
  }
}
