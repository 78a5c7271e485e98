package dev.onboarding.coordinator.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How far a run may go by itself, the strictest first: only report, ask a person even when all is
/// well, or act.
public enum Mode {
  OBSERVE,
  APPROVE_ALL,
  ACT;

  /// @throws IllegalArgumentException when the text names no mode
  @JsonCreator
  public static Mode parse(String text) {
    return Arrays.stream(values())
        .filter(mode -> mode.toString().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("A mode is one of " + names()));
  }

  /// Whether less is asked of people than in the other mode.
  public boolean isLaxerThan(Mode other) {
    return compareTo(other) > 0;
  }

  private static String names() {
    return Arrays.stream(values()).map(Mode::toString).collect(Collectors.joining(", "));
  }

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
