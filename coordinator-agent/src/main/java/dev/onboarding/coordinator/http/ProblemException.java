package dev.onboarding.coordinator.http;

/// Refuses a request; the detail is read by the caller and holds nothing that is not theirs.
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final String reason;

  public ProblemException(ProblemType type, String detail) {
    this(type, detail, type.code());
  }

  /// @param reason one of few words for metric and log, where the caller must not learn it
  public ProblemException(ProblemType type, String detail, String reason) {
    super(detail);
    this.type = type;
    this.reason = reason;
  }

  public ProblemException(ProblemType type, String detail, Throwable cause) {
    super(detail, cause);
    this.type = type;
    this.reason = type.code();
  }

  public ProblemType type() {
    return type;
  }

  public String reason() {
    return reason;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
