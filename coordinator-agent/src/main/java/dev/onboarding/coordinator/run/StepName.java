package dev.onboarding.coordinator.run;

/// Names a step in the journal and says what its outcome is.
public record StepName<T>(String value, Class<T> outcome) {

  @Override
  public String toString() {
    return value;
  }
}
