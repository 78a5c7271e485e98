package dev.onboarding.coordinator.report;

/// Renders the report of a run for people (Markdown, HTML) and for machines (JSON).
@SuppressWarnings("DoNotCallSuggester")
public final class RunReport {

  /// `run_report_*.md`
  public String markdown(ReportInput input) {
    throw new UnsupportedOperationException(input.toString());
  }

  public String html(ReportInput input) {
    throw new UnsupportedOperationException(input.toString());
  }

  /// `audit_*.json`: with evidence, findings, fired rows and digests.
  public String json(ReportInput input) {
    throw new UnsupportedOperationException(input.toString());
  }
}
