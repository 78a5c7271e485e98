package dev.onboarding.coordinator.retention;

import dev.onboarding.coordinator.pipeline.ReportForm;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/// What stands in place of a report whose personal data was erased.
final class ErasureNotice {

  private static final String TITLE = "Report erased";

  private ErasureNotice() {}

  /// The name under which reports of the form are kept.
  static String name(ReportForm form) {
    return form.name().toLowerCase(Locale.ROOT);
  }

  static String in(ReportForm form, UUID run, Erased erased, JsonMapper json) {
    var sentence =
        "The personal data of run %s was erased on %s by %s: %s"
            .formatted(run, erased.at(), erased.by(), erased.reason());
    var rest = "Verdict, rules, digests and dates stay with the run.";
    return switch (form) {
      case MD -> "# %s%n%n%s%n%n%s%n".formatted(TITLE, plain(sentence), rest);
      case HTML ->
          "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>%s</title><h1>%s</h1><p>%s</p><p>%s</p></html>"
              .formatted(TITLE, TITLE, HtmlUtils.htmlEscape(sentence), rest);
      case JSON -> json.writeValueAsString(Map.of("run_id", run.toString(), "erased", erased));
    };
  }

  /// Nothing that Markdown takes for more than text.
  private static String plain(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]<>#|!])", "\\\\$1");
  }
}
