package dev.onboarding.connector;

import java.util.List;

/// A connector cannot start because credentials are missing; the message names what to set.
public final class MissingCredentialsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MissingCredentialsException(String server, List<String> variables) {
    super("%s has no credentials: set %s".formatted(server, String.join(" and ", variables)));
  }
}
