package dev.onboarding.coordinator.docusign;

import java.util.Locale;

/// What came of an event.
enum Heard {
  /// A run that waited looks again.
  WOKEN,
  /// It stands with its run, which is busy or parked.
  ATTACHED,
  /// No run concerns the envelope.
  UNKNOWN,
  /// It was told before.
  REPEATED,
  /// It is about no envelope.
  IGNORED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
