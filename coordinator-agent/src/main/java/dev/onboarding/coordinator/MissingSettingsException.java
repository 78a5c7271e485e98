package dev.onboarding.coordinator;

import java.util.List;

/// The coordinator cannot start because settings are missing; the message names what to set.
final class MissingSettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MissingSettingsException(List<String> variables) {
    super("coordinator-agent lacks settings: set %s".formatted(String.join(" and ", variables)));
  }
}
