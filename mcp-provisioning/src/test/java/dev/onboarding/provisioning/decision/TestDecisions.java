package dev.onboarding.provisioning.decision;

import dev.onboarding.provisioning.support.SigningKey;
import dev.onboarding.provisioning.support.TestStore;
import java.time.Clock;
import java.time.Duration;

/// The check of decisions with a test's own key.
public final class TestDecisions {

  private TestDecisions() {}

  public static SignedDecisions checkedBy(SigningKey key, TestStore store, Clock clock) {
    var settings = new DecisionProperties(key.publicKeyFile().toString(), Duration.ofSeconds(60));
    return new SignedDecisions(new CheckDecision(settings, clock), spent(store));
  }

  public static SpentDecisions spent(TestStore store) {
    return new SpentDecisions(store.db());
  }
}
