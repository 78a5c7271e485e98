package dev.onboarding.coordinator.retention;

import java.time.Instant;
import java.util.UUID;

/// Says of a run that the personal data in it was erased: when, by whom and why.
public record Erased(UUID erasureId, Instant at, String by, String reason) {

  /// What stands where a text was.
  public static final String TEXT = "Erased on request.";
}
