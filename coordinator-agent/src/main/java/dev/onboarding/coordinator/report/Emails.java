package dev.onboarding.coordinator.report;

/// Writes the e-mails of a run; everything that came from outside is escaped.
@SuppressWarnings("DoNotCallSuggester")
public final class Emails {

  public Email blocked(ReportInput input) {
    throw new UnsupportedOperationException(input.toString());
  }

  public Email escalation(ReportInput input) {
    throw new UnsupportedOperationException(input.toString());
  }

  public Email success(ReportInput input) {
    throw new UnsupportedOperationException(input.toString());
  }

  /// To the customer.
  public Email welcome(WelcomeInput input) {
    throw new UnsupportedOperationException(input.toString());
  }
}
