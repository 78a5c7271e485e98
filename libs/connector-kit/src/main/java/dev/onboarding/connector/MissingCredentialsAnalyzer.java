package dev.onboarding.connector;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Prints missing credentials as one plain message instead of a stack trace.
final class MissingCredentialsAnalyzer
    extends AbstractFailureAnalyzer<MissingCredentialsException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, MissingCredentialsException cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Set the variables, or start the sandbox and use its credentials.",
        cause);
  }
}
