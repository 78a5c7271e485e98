package dev.onboarding.coordinator.run;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What stands about a run between two steps: the run, what this attempt recorded, and what people
/// answered or ordered.
///
/// @param approval the answer to this attempt; null while there is none
/// @param cancellation who cancelled the run and why; null unless it is being undone
public record Known(
    Run run, Recorded recorded, @Nullable Approval approval, @Nullable OperatorAct cancellation) {

  /// What an earlier step of this attempt recorded.
  public <T> Optional<T> outcome(StepName<T> step) {
    return recorded.of(step);
  }

  /// As [#outcome], for a step that the pipeline has placed before.
  ///
  /// @throws IllegalStateException when it was not performed
  public <T> T required(StepName<T> step) {
    return outcome(step)
        .orElseThrow(() -> new IllegalStateException("Nothing is recorded of " + step));
  }

  Known in(Run changed) {
    return new Known(changed, recorded, approval, cancellation);
  }

  Known with(Recorded more) {
    return new Known(run, more, approval, cancellation);
  }
}
