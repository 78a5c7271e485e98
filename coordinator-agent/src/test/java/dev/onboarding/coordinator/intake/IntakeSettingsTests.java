package dev.onboarding.coordinator.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.coordinator.intake.IntakeSettings.Source;
import dev.onboarding.model.secret.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeSettingsTests {

  private static final String LONG = "0123456789,0123456789,0123456789";

  @Test
  void takesTwoSecretsAsTheyAre() {
    assertThat(accepted(source(LONG, LONG + ",b")))
        .extracting(Secret::reveal)
        .containsExactly(LONG, LONG + ",b");
  }

  @Test
  void ignoresASecretThatIsNotSet() {
    assertThat(accepted(source(LONG, ""))).extracting(Secret::reveal).containsExactly(LONG);
    assertThat(source("", " ").canProveItself()).isFalse();
    assertThat(source(null, null).canProveItself()).isFalse();
  }

  @Test
  void letsASourceProveItselfByItsClient() {
    assertThat(new Source(null, "", null, "", "client", Duration.ZERO).canProveItself()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "salesforce, ONBOARDING_WEBHOOK_SECRET, ONBOARDING_WEBHOOK_SECRET_PREVIOUS",
    "erp, onboarding.intake.sources.erp.secret, onboarding.intake.sources.erp.previous-secret"
  })
  void namesEverySecretThatIsTooShort(String name, String current, String previous) {
    var tooShort = LONG.substring(1);

    assertThatThrownBy(() -> settings(name, source(tooShort, LONG)))
        .hasMessageEndingWith(": " + current)
        .hasMessageNotContaining(tooShort);
    assertThatThrownBy(() -> settings(name, source(LONG, tooShort)))
        .hasMessageEndingWith(": " + previous);
    assertThatThrownBy(() -> settings(name, source(tooShort, tooShort + " ".repeat(9))))
        .hasMessageContainingAll(current, previous);
    assertThat(settings(name, source(LONG, LONG)).sources()).containsKey(name);
  }

  @Test
  void neverPrintsASecret() {
    assertThat(settings("crm", source(LONG, LONG)).toString())
        .contains("***")
        .doesNotContain("0123");
  }

  private static IntakeSettings settings(String name, Source source) {
    return new IntakeSettings(Map.of(name, source), null);
  }

  private static Source source(String secret, String previous) {
    return new Source(secret(secret), "", secret(previous), "", null, Duration.ofMinutes(5));
  }

  private static List<Secret> accepted(Source source) {
    return SourceSecrets.of("crm", source, Clock.systemUTC()).accepted();
  }

  private static Secret secret(String text) {
    return text == null ? null : new Secret(text);
  }
}
