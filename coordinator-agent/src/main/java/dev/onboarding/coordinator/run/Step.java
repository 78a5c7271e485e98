package dev.onboarding.coordinator.run;

/// One thing a run does. It is performed with no transaction open, may be performed again after a
/// crash under the same key, and reads no clock but the context's.
public interface Step<T> {

  StepName<T> name();

  /// @throws dev.onboarding.model.FailureException when another system failed
  StepResult<T> perform(StepContext context);

  /// Writes what belongs with the outcome, in the transaction that records it.
  default void alsoRecord(StepContext context, T outcome) {}
}
