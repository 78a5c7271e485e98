package dev.onboarding.coordinator.ledger;

import dev.onboarding.edge.EdgeJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// What an attempt knew and what was decided on it, as its row keeps it: enough to compute the
/// decision again.
///
/// @param context what surrounded the judgement; null when an older version judged
/// @param servers which answered, each by name and version
public record DecisionContent(
    @Nullable JsonNode assessments,
    @Nullable JsonNode context,
    @Nullable String findingsDigest,
    @Nullable JsonNode decision,
    @Nullable String decisionDigest,
    @Nullable JsonNode servers) {

  /// The name of its entries.
  public static final String NAME = "judge_evidence";

  public JsonNode json() {
    ObjectNode json = EdgeJson.mapper().createObjectNode();
    set(json, "assessments", assessments);
    set(json, "context", context);
    set(json, "findings_digest", text(findingsDigest));
    set(json, "decision", decision);
    set(json, "decision_digest", text(decisionDigest));
    set(json, "servers", servers);
    return json;
  }

  private static void set(ObjectNode json, String name, @Nullable JsonNode value) {
    if (value != null) {
      json.set(name, value);
    }
  }

  private static @Nullable JsonNode text(@Nullable String text) {
    return text == null ? null : StringNode.valueOf(text);
  }
}
