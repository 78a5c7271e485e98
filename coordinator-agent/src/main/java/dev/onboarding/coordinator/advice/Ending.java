package dev.onboarding.coordinator.advice;

import java.util.Locale;

/// How an order ended.
enum Ending {
  /// every task has its row
  GIVEN,
  /// begun too often without coming to an end
  GIVEN_UP,
  /// nobody waits for it any more
  TOO_LATE,
  /// the run has judged again meanwhile, or is without its personal data
  OUTDATED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
