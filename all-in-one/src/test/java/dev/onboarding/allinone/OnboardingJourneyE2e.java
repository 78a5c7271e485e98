package dev.onboarding.allinone;

import dev.onboarding.allinone.system.SharedSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/// The whole system in one process, as the README starts it.
@ExtendWith(SharedSystem.class)
class OnboardingJourneyE2e extends OnboardingJourney {

  @BeforeAll
  static void start(SharedSystem.Started shared) {
    use(shared.journey());
  }
}
