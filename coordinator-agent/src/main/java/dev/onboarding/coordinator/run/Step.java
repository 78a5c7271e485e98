package dev.onboarding.coordinator.run;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// One thing a run does. It is performed with no transaction open, may be performed again after a
/// crash under the same key, and reads no clock but the context's.
public interface Step<T> {

  StepName<T> name();

  /// @throws dev.onboarding.model.FailureException when another system failed
  StepResult<T> perform(StepContext context);

  /// The upstreams without which it cannot be performed; while one is paused, the run waits.
  default Set<String> upstreams() {
    return Set.of();
  }

  /// Whether performing it now calls out of this process. Only then is its intent recorded first;
  /// everything else is computed again after a crash.
  default boolean callsOut(Known known, Instant now) {
    return true;
  }

  /// A recorded step that is too old for this one to be performed on; it is performed again first.
  default Optional<StepName<?>> outdated(Known known, Instant now) {
    return Optional.empty();
  }

  /// What else is written in the transaction that records the outcome; most steps have nothing.
  default Optional<Runnable> alongside(StepContext context, T outcome) {
    return Optional.empty();
  }
}
