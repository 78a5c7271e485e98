package dev.onboarding.coordinator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleSetTests {

  @Test
  void loadsTheShippedPolicy() {
    RuleSet policy = RuleSet.onboardingPolicy();

    assertThat(policy.rows()).hasSizeGreaterThan(50);
  }
}
