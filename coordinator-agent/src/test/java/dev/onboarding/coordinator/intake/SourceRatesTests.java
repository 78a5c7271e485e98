package dev.onboarding.coordinator.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.coordinator.intake.LimitSettings.Rate;
import dev.onboarding.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceRatesTests {

  private final SettableClock clock = SettableClock.at(Instant.EPOCH);
  private final SourceRates rates =
      new SourceRates(
          new LimitSettings(2, 3, Map.of("erp", new Rate(1, 1)), 10, Duration.ofSeconds(1)), clock);

  @Test
  void letsABurstInAndThenAsManyAsASecondAllows() {
    take("crm", 3);
    assertThat(refused("crm").type()).isEqualTo(ProblemType.RATE_LIMITED);

    clock.advance(Duration.ofSeconds(1));

    take("crm", 2);
    assertThat(refused("crm").detail())
        .contains("'crm'", "2 runs a second", "3 at once", "Come again in 1 s");
  }

  @Test
  void givesEverySourceItsOwnLimit() {
    take("erp", 1);
    refused("erp");

    assertThatCode(() -> take("crm", 3)).doesNotThrowAnyException();
  }

  @Test
  void tellsEverybodyATimeOfTheirOwn() {
    take("crm", 3);

    assertThat(refused("crm").retryAfter()).contains(Duration.ofMillis(500));
    assertThat(refused("crm").retryAfter()).contains(Duration.ofMillis(1_000));
    assertThat(refused("crm").retryAfter()).contains(Duration.ofMillis(1_500));
  }

  @Test
  void sendsNobodyAwayForLongerThanAMinute() {
    take("erp", 1);
    for (int i = 0; i < 100; i++) {
      refused("erp");
    }

    assertThat(refused("erp").retryAfter()).contains(Duration.ofMinutes(1));
  }

  private void take(String source, int times) {
    for (int i = 0; i < times; i++) {
      rates.take(source);
    }
  }

  private ProblemException refused(String source) {
    var refused = catchThrowableOfType(ProblemException.class, () -> rates.take(source));
    assertThat(refused).isNotNull();
    return refused;
  }
}
