package dev.onboarding.coordinator.ledger;

import dev.onboarding.edge.EdgeJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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
    return EdgeJson.mapper().valueToTree(this);
  }
}
