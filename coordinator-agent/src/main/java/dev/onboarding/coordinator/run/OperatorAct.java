package dev.onboarding.coordinator.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What a person did to a run besides answering it.
public record OperatorAct(Kind act, String person, String reason, Instant at) {

  /// As exact as the store.
  public OperatorAct {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /// The kinds of act.
  public enum Kind {
    RESUME,
    CANCEL
  }
}
