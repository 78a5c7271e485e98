package dev.onboarding.coordinator.run;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One line of the pipeline, on a condition over what is recorded: a step to perform, a state to
/// stop in, or the beginning of another attempt.
public sealed interface Planned {

  Predicate<Known> when();

  /// Perform the step while the run is in the state.
  ///
  /// @param undo what takes the step back when a person cancels; null where nothing can or need be
  record Perform(RunState in, Predicate<Known> when, Step<?> step, @Nullable Step<?> undo)
      implements Planned {}

  /// Go no further; the run ends in the state.
  record Stop(RunState in, Predicate<Known> when) implements Planned {}

  /// Begin the next attempt from the first line.
  ///
  /// @param why one sentence for the run's history
  record StartOver(Predicate<Known> when, Function<Known, String> why) implements Planned {}
}
