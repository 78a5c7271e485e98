package dev.onboarding.coordinator.pipeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The forms in which a report is kept.
public enum ReportForm {
  MD("text/markdown", "run_report_%s.md"),
  HTML("text/html", "run_report_%s.html"),
  JSON("application/json", "audit_%s.json");

  private final String mediaType;
  private final String fileName;

  ReportForm(String mediaType, String fileName) {
    this.mediaType = mediaType;
    this.fileName = fileName;
  }

  public static Optional<ReportForm> parse(String extension) {
    return Arrays.stream(values()).filter(form -> form.extension().equals(extension)).findFirst();
  }

  public String mediaType() {
    return mediaType;
  }

  String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  String fileName(Object run) {
    return fileName.formatted(run);
  }
}
