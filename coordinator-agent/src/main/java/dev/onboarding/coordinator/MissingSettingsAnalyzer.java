package dev.onboarding.coordinator;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Prints missing settings as one plain message instead of a stack trace.
final class MissingSettingsAnalyzer extends AbstractFailureAnalyzer<MissingSettingsException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, MissingSettingsException cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Set the variables, or start everything with a sandbox: ./onboarding up",
        cause);
  }
}
