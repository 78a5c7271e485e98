package dev.onboarding.provisioning.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each tier is entitled to.
class ServiceTierTests {

  @ParameterizedTest
  @CsvSource({
    "ENTERPRISE, 100, 500, 10000, true,  true,  false, true,  enterprise",
    "GROWTH,      25, 100,  5000, false, true,  false, false, growth",
    "STARTER,      5,  25,  1000, false, false, true,  false, starter",
  })
  void entitles(
      String tier,
      int users,
      int storageGb,
      int callsPerMinute,
      boolean sso,
      boolean customReports,
      boolean basicReports,
      boolean dedicatedSupport,
      String plan) {
    ServiceTier parsed = ServiceTier.parse(tier);

    assertThat(parsed.plan()).isEqualTo(plan);
    assertThat(parsed.entitlements())
        .isEqualTo(
            new Entitlements(
                users,
                storageGb,
                callsPerMinute,
                sso,
                customReports,
                basicReports,
                dedicatedSupport));
  }

  @Test
  void refusesATierThatIsNotSold() {
    assertThatThrownBy(() -> ServiceTier.parse("PLATINUM"))
        .hasMessageContaining("'PLATINUM' is no tier");
  }
}
