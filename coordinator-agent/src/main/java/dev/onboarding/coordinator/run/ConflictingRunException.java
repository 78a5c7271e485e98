package dev.onboarding.coordinator.run;

/// Refuses a known event or correlation id that now names another account.
public final class ConflictingRunException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient RunId run;

  ConflictingRunException(RunId run, String id) {
    super("'%s' is already the run %s of another account".formatted(id, run));
    this.run = run;
  }

  public RunId run() {
    return run;
  }
}
