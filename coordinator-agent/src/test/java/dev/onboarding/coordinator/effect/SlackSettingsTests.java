package dev.onboarding.coordinator.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.secret.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSettingsTests {

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = " ")
  void asksForTheMissingVariableByName(String token) {
    assertThatThrownBy(() -> settings(token).requiredToken(Clock.systemUTC()))
        .hasMessageContaining("SLACK_TOKEN");
  }

  @Test
  void neverPrintsTheToken() {
    assertThat(settings("xoxb-1").toString()).doesNotContain("xoxb-1");
    assertThat(settings("xoxb-1").requiredToken(Clock.systemUTC()).current().reveal())
        .isEqualTo("xoxb-1");
  }

  private static SlackSettings settings(String token) {
    return new SlackSettings(
        URI.create("http://slack.example/api"),
        token == null ? null : new Secret(token),
        "",
        "#a",
        "#b",
        Duration.ofSeconds(1));
  }
}
