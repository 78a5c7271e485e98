package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Run;

/// Where models are asked about a decision that stands: beside the run, which never waits for them.
public interface LateAdvice {

  /// No model is configured.
  LateAdvice NONE = run -> {};

  /// Joins the transaction that records the first advice on the run's decision.
  void order(Run run);
}
