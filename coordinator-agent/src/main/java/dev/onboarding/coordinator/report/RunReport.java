package dev.onboarding.coordinator.report;

import dev.onboarding.edge.EdgeJson;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Renders the report of a run for people (Markdown, HTML) and for machines (JSON).
public final class RunReport {

  /// A person of the customer's; ours are named.
  private static final String SIGNATORY = "signatory_name";

  private final Templates templates = new Templates();

  /// `run_report_*.md`
  public String markdown(ReportInput input) {
    return templates.fill("report.md", Map.of("report", new ReportViews(Texts.MARKDOWN).of(input)));
  }

  public String html(ReportInput input) {
    return templates.fill("report.html", Map.of("report", new ReportViews(Texts.HTML).of(input)));
  }

  /// `audit_*.json`: with evidence, findings, fired rows and digests, but nobody's mail address.
  public String json(ReportInput input) {
    ObjectNode document = EdgeJson.mapper().valueToTree(AuditDocument.of(input));
    withoutSecrets(document);
    return EdgeJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(document);
  }

  /// As [#markdown(ReportInput)], for a run that was cancelled before it was judged.
  public String markdown(CancelledRun cancelled) {
    return templates.fill(
        "cancelled.md", Map.of("report", new ReportViews(Texts.MARKDOWN).of(cancelled)));
  }

  public String html(CancelledRun cancelled) {
    return templates.fill(
        "cancelled.html", Map.of("report", new ReportViews(Texts.HTML).of(cancelled)));
  }

  public String json(CancelledRun cancelled) {
    ObjectNode document = EdgeJson.mapper().createObjectNode();
    document.put("format", "onboarding-cancelled/1");
    document.setAll((ObjectNode) EdgeJson.mapper().valueToTree(cancelled));
    withoutSecrets(document);
    return EdgeJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(document);
  }

  /// On the values and not on the text, so that the document stays one.
  static void withoutSecrets(JsonNode node) {
    switch (node) {
      case ObjectNode object ->
          object
              .properties()
              .forEach(entry -> entry.setValue(masked(entry.getKey(), entry.getValue())));
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, masked("", array.get(i)));
        }
      }
      default -> {}
    }
  }

  private static JsonNode masked(String name, JsonNode node) {
    if (node.isString()) {
      var text = Personal.masked(Credentials.removed(node.asString()));
      return StringNode.valueOf(name.equals(SIGNATORY) ? Personal.initials(text) : text);
    }
    withoutSecrets(node);
    return node;
  }
}
