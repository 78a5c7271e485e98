package dev.onboarding.coordinator.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RetentionSettingsTests {

  @Test
  void keepsRunsForYearsUnlessSaidOtherwise() {
    assertThat(bound(Map.of("onboarding.retention.chunk", "200")))
        .isEqualTo(
            new RetentionSettings(
                Period.ofYears(3), Period.ofYears(1), "0 30 2 * * *", 200, Duration.ofHours(1)));
  }

  @Test
  void takesWhatIsSaid() {
    var settings =
        bound(
            Map.of(
                "onboarding.retention.runs", "18m",
                "onboarding.retention.journal", "90d",
                "onboarding.retention.cron", "-",
                "onboarding.retention.chunk", "7",
                "onboarding.retention.sweep-every", "5m"));

    assertThat(settings)
        .isEqualTo(
            new RetentionSettings(
                Period.ofMonths(18), Period.ofDays(90), "-", 7, Duration.ofMinutes(5)));
  }

  @ParameterizedTest
  @CsvSource({
    "runs, 29d, 30d or more",
    "journal, 6d, 7d or more",
    "journal, 4y, no more than that of runs",
    "sweep-every, 59s, 1m or more"
  })
  void refusesWhatIsTooShortOrContradictsItself(String key, String value, String why) {
    assertThatThrownBy(() -> bound(Map.of("onboarding.retention." + key, value)))
        .rootCause()
        .hasMessageContaining("onboarding.retention." + key)
        .hasMessageContaining(why);
  }

  private static RetentionSettings bound(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bind("onboarding.retention", RetentionSettings.class)
        .get();
  }
}
