package dev.onboarding.adviser.model;

/// A model that gave no reply. Carries no text of the provider's, which may repeat what was sent.
public final class ModelFailure extends RuntimeException {

  /// What kept it from answering, by what can be done about it.
  public enum Kind {
    NOT_ALLOWED,
    BAD_REQUEST,
    THROTTLED,
    OUT_OF_QUOTA,
    TOO_SLOW,
    UNREACHABLE
  }

  private final Kind kind;

  public ModelFailure(Kind kind, String what) {
    super(what);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  static ModelFailure ofStatus(int status, String code) {
    Kind kind =
        switch (status) {
          case 401, 403 -> Kind.NOT_ALLOWED;
          case 408 -> Kind.TOO_SLOW;
          case 429 -> code.equals("insufficient_quota") ? Kind.OUT_OF_QUOTA : Kind.THROTTLED;
          default -> status >= 400 && status < 500 ? Kind.BAD_REQUEST : Kind.UNREACHABLE;
        };
    return new ModelFailure(kind, "status %d %s".formatted(status, code));
  }
}
