package dev.onboarding.coordinator.run;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What came out of a step and is not written yet.
///
/// @param value as the step gave it
/// @param json as the journal keeps it
record Outcome<T>(Step<T> step, StepContext context, T value, JsonNode json) {

  StepName<T> name() {
    return step.name();
  }

  Optional<Runnable> alongside() {
    return step.alongside(context, value);
  }
}
