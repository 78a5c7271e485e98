package dev.onboarding.provisioning.decision;

import dev.onboarding.provisioning.support.SigningKey;
import java.time.Clock;
import java.time.Duration;

/// The check of decisions with a test's own key.
public final class TestDecisions {

  private TestDecisions() {}

  public static SignedDecisions checkedBy(SigningKey key, Clock clock) {
    return new SignedDecisions(
        new DecisionProperties(key.publicKeyFile().toString(), Duration.ofSeconds(60)), clock);
  }
}
