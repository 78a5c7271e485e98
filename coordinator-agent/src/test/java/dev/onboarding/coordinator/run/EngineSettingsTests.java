package dev.onboarding.coordinator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EngineSettingsTests {

  @Test
  void asksAPersonUnlessToldOtherwise() {
    var settings = bound(Map.of());

    assertThat(settings.defaultMode()).isEqualTo(Mode.APPROVE_ALL);
    assertThat(settings.heartbeat()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.patience()).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void refusesAModeThereIsNot() {
    assertThatThrownBy(() -> bound(Map.of("onboarding.engine.mode", "yolo")))
        .rootCause()
        .hasMessageContaining("observe, approve-all, act");
  }

  private static EngineSettings bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("onboarding.engine", EngineSettings.class);
  }
}
