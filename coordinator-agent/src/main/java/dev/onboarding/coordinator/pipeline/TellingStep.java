package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Departure;
import dev.onboarding.coordinator.run.Step;
import java.util.Optional;

/// A step by which somebody is told of the run.
interface TellingStep extends Step<Told> {

  @Override
  default Optional<Departure> departed(Told told) {
    return told.departed();
  }
}
