package dev.onboarding.coordinator.report;

import dev.onboarding.edge.EdgeJson;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// Puts advice that came later behind a report, which itself stays letter for letter what it was.
public final class Addenda {

  private static final String END_OF_HTML = "</main>";

  private final Templates templates = new Templates();

  public String markdown(String report, List<Addendum> addenda) {
    return addenda.isEmpty() ? report : report + filled("addenda.md", addenda, Texts.MARKDOWN);
  }

  /// Before the end of the page; a page of another make has none.
  public String html(String report, List<Addendum> addenda) {
    int end = report.lastIndexOf(END_OF_HTML);
    return addenda.isEmpty() || end < 0
        ? report
        : report.substring(0, end)
            + filled("addenda.html", addenda, Texts.HTML)
            + report.substring(end);
  }

  /// As `addenda` of the document, without anybody's mail address.
  public String json(String report, List<Addendum> addenda) {
    return addenda.isEmpty() ? report : withAddenda(report, addenda);
  }

  private static String withAddenda(String report, List<Addendum> addenda) {
    try {
      if (EdgeJson.mapper().readTree(report) instanceof ObjectNode document) {
        var all = EdgeJson.mapper().valueToTree(addenda);
        RunReport.withoutSecrets(all);
        document.set("addenda", all);
        return EdgeJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(document);
      }
      return report;
    } catch (JacksonException otherMake) {
      return report;
    }
  }

  private String filled(String template, List<Addendum> addenda, Texts texts) {
    return templates.fill(
        template,
        Map.of("addenda", addenda.stream().map(each -> AddendumView.of(each, texts)).toList()));
  }
}
