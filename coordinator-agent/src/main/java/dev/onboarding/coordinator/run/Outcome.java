package dev.onboarding.coordinator.run;

import tools.jackson.databind.JsonNode;

/// What came out of a step and is not written yet.
///
/// @param value as the step gave it
/// @param json as the journal keeps it
record Outcome<T>(Step<T> step, StepContext context, T value, JsonNode json) {

  void record(Journal journal) {
    step.alsoRecord(context, value);
    journal.done(context.run(), step.name(), json);
  }
}
