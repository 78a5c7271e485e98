package dev.onboarding.model;

/// The kinds of failure, one code each in tool results, HTTP problems, metrics and audit; printed
/// in lower case.
public enum ErrorType {
  AUTHENTICATION("IT/DevOps", "Re-authenticate: renew the token or the credentials."),
  AUTHORIZATION("System Admin", "Check the profile and permission sets of the integration user."),
  VALIDATION("Data Admin", "Correct the field in the source system."),
  RATE_LIMIT("Integration Admin", "Back off, or raise the quota."),
  SERVER_ERROR(
      "Support Team",
      "Check the status page of the system; it was tried again before this was reported."),
  NETWORK("IT/DevOps", "Check that the address is reachable from here."),
  INDETERMINATE("Support Team", "Look it up by its key before trying again.");

  private final String owner;
  private final String resolution;

  ErrorType(String owner, String resolution) {
    this.owner = owner;
    this.resolution = resolution;
  }

  public String owner() {
    return owner;
  }

  public String resolution() {
    return resolution;
  }

  /// Whether the same call may succeed later without anybody changing anything.
  public boolean passesByItself() {
    return this == RATE_LIMIT || this == SERVER_ERROR || this == NETWORK;
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
