package dev.onboarding.coordinator.run;

import java.time.Duration;

/// How a step came out: done, or waiting for something that takes time.
public sealed interface StepResult<T> {

  /// Done; the outcome is recorded and the step is never performed again in this attempt.
  record Done<T>(T outcome) implements StepResult<T> {}

  /// Not yet: the run waits in that state and the step is performed again later.
  record Waiting<T>(RunState state, Duration delay) implements StepResult<T> {}

  static <T> StepResult<T> done(T outcome) {
    return new Done<>(outcome);
  }

  static <T> StepResult<T> waiting(RunState state, Duration delay) {
    return new Waiting<>(state, delay);
  }
}
