package dev.onboarding.sandbox.wire;

/// A request to the sandbox's own pages that cannot be served; the message says what to change.
public final class ControlProblem extends RuntimeException {

  private final int status;

  public ControlProblem(int status, String message) {
    super(message);
    this.status = status;
  }

  public Answer answer() {
    return Answer.json(status, Json.object().put("error", getMessage()));
  }
}
