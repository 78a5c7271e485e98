package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.ledger.Digests;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// SHA-256 over the canonical JSON of a value (RFC 8785), in hexadecimal.
final class Fingerprint {

  private final JsonMapper json;

  Fingerprint(JsonMapper json) {
    this.json = json;
  }

  String of(Object value) {
    return Digests.ofJson(json.<JsonNode>valueToTree(value));
  }

  /// Over the facts alone: when and by which call they were read does not count.
  String ofFacts(Object value) {
    var tree = json.<JsonNode>valueToTree(value);
    tree.findParents("evidence").stream()
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .forEach(finding -> finding.remove(List.of("evidence")));
    return Digests.ofJson(tree);
  }

  /// Over the text as it is.
  static String ofText(String text) {
    return Digests.ofText(text);
  }
}
