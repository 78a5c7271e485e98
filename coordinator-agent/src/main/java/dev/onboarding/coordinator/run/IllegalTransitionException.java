package dev.onboarding.coordinator.run;

/// Refuses a change of state that the transition table does not know: a bug, never a business no.
public final class IllegalTransitionException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  IllegalTransitionException(RunState from, RunState to) {
    super("A run that is %s cannot become %s".formatted(from, to));
  }
}
