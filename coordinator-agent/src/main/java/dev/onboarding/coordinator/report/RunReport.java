package dev.onboarding.coordinator.report;

import dev.onboarding.edge.EdgeJson;
import java.util.Map;

/// Renders the report of a run for people (Markdown, HTML) and for machines (JSON).
public final class RunReport {

  private final Templates templates = new Templates();

  /// `run_report_*.md`
  public String markdown(ReportInput input) {
    return templates.fill("report.md", Map.of("report", new ReportViews(Texts.MARKDOWN).of(input)));
  }

  public String html(ReportInput input) {
    return templates.fill("report.html", Map.of("report", new ReportViews(Texts.HTML).of(input)));
  }

  /// `audit_*.json`: with evidence, findings, fired rows and digests.
  public String json(ReportInput input) {
    return Texts.withoutCredentials(
        EdgeJson.mapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(AuditDocument.of(input)));
  }
}
