package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Run;
import java.util.Optional;

/// Where models are asked about a decision that stands: beside the run, which never waits for them.
public interface LateAdvice {

  /// No model is configured.
  LateAdvice NONE = run -> Optional.empty();

  /// The order for advice on the run's decision, which joins the transaction that records the
  /// first.
  Optional<Runnable> order(Run run);
}
