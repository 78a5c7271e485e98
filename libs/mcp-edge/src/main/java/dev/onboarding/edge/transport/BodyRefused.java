package dev.onboarding.edge.transport;

/// Why the body of a request is not read to its end.
final class BodyRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String why;

  /// @param why plain words without quotes
  BodyRefused(int status, String why) {
    super(why, null, false, false);
    this.status = status;
    this.why = why;
  }

  int status() {
    return status;
  }

  String why() {
    return why;
  }
}
