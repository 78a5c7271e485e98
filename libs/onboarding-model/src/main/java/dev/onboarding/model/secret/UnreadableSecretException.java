package dev.onboarding.model.secret;

import org.jspecify.annotations.Nullable;

/// A secret that could not be read even once; the message names its variable and the reason, never
/// its content.
public final class UnreadableSecretException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private final String variable;
  private final String reason;

  UnreadableSecretException(String variable, String reason, @Nullable Throwable cause) {
    super("%s gives nothing usable: %s".formatted(variable, reason), cause);
    this.variable = variable;
    this.reason = reason;
  }

  /// The variable to correct.
  public String variable() {
    return variable;
  }

  public String reason() {
    return reason;
  }
}
