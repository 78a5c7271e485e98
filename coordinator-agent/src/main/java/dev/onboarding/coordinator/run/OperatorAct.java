package dev.onboarding.coordinator.run;

import java.time.Instant;

/// What a person did to a run besides answering it.
public record OperatorAct(Kind act, String person, String reason, Instant at) {

  /// The kinds of act.
  public enum Kind {
    RESUME,
    CANCEL
  }
}
