package dev.onboarding.coordinator.run;

import java.util.function.Predicate;

/// One line of the pipeline: a step to perform, or a state to stop in, each on a condition over
/// what is recorded.
public sealed interface Planned {

  Predicate<Known> when();

  /// Perform the step while the run is in the state.
  record Perform(RunState in, Predicate<Known> when, Step<?> step) implements Planned {}

  /// Go no further; the run rests in the state.
  record Stop(RunState in, Predicate<Known> when) implements Planned {}
}
