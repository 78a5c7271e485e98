package dev.onboarding.coordinator.rule;

import dev.onboarding.model.decision.RunContext;
import java.time.LocalDate;

/// What surrounds the judgements of tests.
public final class Contexts {

  /// A run that a sender's webhook started, and that may act.
  public static final RunContext PLAIN =
      new RunContext(
          "ACT", "billing", false, 1, false, LocalDate.EPOCH.plusDays(20_000), "ENTERPRISE");

  private Contexts() {}

  /// The same in a later pass.
  public static RunContext attempt(int attempt) {
    return new RunContext(
        PLAIN.mode(),
        PLAIN.source(),
        PLAIN.batch(),
        attempt,
        PLAIN.repeated(),
        PLAIN.judgedOn(),
        PLAIN.tier());
  }
}
