package dev.onboarding.coordinator.report;

/// Writes what Slack is told about a run: the verdict, and who must do what.
@SuppressWarnings("DoNotCallSuggester")
public final class SlackMessages {

  public SlackMessage judged(ReportInput input) {
    throw new UnsupportedOperationException(input.toString());
  }
}
