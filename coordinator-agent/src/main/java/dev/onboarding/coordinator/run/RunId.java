package dev.onboarding.coordinator.run;

import java.util.UUID;

/// Names one run; newer runs sort after older ones (UUID version 7).
public record RunId(UUID value) {

  /// @throws IllegalArgumentException when the text is no UUID
  public static RunId parse(String text) {
    if (text.length() != 36) {
      throw new IllegalArgumentException("'%s' is no run id".formatted(text));
    }
    return new RunId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
