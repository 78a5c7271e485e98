package dev.onboarding.coordinator.history;

import dev.onboarding.coordinator.ledger.PersonalPaths;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Takes out of assessments what names, describes or reaches somebody, and where they were read.
/// What is absent stays absent, because rows ask for that.
final class Masked {

  private static final StringNode TEXT = StringNode.valueOf("masked");
  private static final StringNode ADDRESS = StringNode.valueOf("masked@example.com");

  private Masked() {}

  /// @return a copy
  static JsonNode assessments(JsonNode assessments) {
    var copy = assessments.deepCopy();
    copy.properties().forEach(each -> mask(each.getKey(), each.getValue()));
    return copy;
  }

  private static void mask(String domain, JsonNode assessment) {
    replace(assessment, List.of("because"));
    replace(assessment.path("failure"), List.of("message", "resolution"));
    for (var finding : assessment.path("findings")) {
      replace(finding, PersonalPaths.ofFindings(domain));
      if (finding.get("evidence") instanceof ArrayNode evidence) {
        evidence.removeAll();
      }
    }
  }

  private static void replace(JsonNode node, List<String> names) {
    if (node instanceof ObjectNode object) {
      names.stream()
          .filter(name -> object.path(name).isString())
          .forEach(name -> object.set(name, name.endsWith("email") ? ADDRESS : TEXT));
    }
  }
}
