package dev.onboarding.adviser.task;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/// One thing that a model may be asked to write; each has its own chain of models and its own list
/// of what may leave.
public enum AdviceTask {
  RISK,
  SUMMARY,
  ACTIONS,
  FAILURES,
  TERMS;

  /// @throws IllegalArgumentException when there is no such task
  @JsonCreator
  public static AdviceTask named(String name) {
    return Arrays.stream(values())
        .filter(task -> task.toString().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "'%s' is no task of advice: one of %s".formatted(name, Arrays.toString(values()))));
  }

  @Override
  @JsonValue
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
