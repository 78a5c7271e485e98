package dev.onboarding.coordinator.batch;

import dev.onboarding.coordinator.report.Templates;
import dev.onboarding.coordinator.report.Texts;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Writes a batch's report in each form it is read in.
final class BatchReports {

  private final Templates templates = new Templates("batch");
  private final JsonMapper json;
  private final Clock clock;

  BatchReports(JsonMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  /// A form, by the ending of the file.
  enum Form {
    MD("text/markdown"),
    HTML("text/html"),
    JSON("application/json"),
    CSV("text/csv");

    private final String mediaType;

    Form(String mediaType) {
      this.mediaType = mediaType;
    }

    String mediaType() {
      return mediaType;
    }

    static Optional<Form> parse(String extension) {
      for (var form : values()) {
        if (form.name().equalsIgnoreCase(extension)) {
          return Optional.of(form);
        }
      }
      return Optional.empty();
    }
  }

  String write(BatchReport report, Form form) {
    return switch (form) {
      case MD -> filled("report.md", report, Texts.MARKDOWN);
      case HTML -> filled("report.html", report, Texts.HTML);
      case JSON -> json.writerWithDefaultPrettyPrinter().writeValueAsString(report);
      case CSV -> BatchCsv.of(report);
    };
  }

  private String filled(String template, BatchReport report, Texts texts) {
    var view = BatchReportView.of(report, texts, clock.instant());
    return templates.fill(template, Map.of("report", view));
  }
}
