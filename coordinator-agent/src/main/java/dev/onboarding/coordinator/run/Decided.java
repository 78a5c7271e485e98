package dev.onboarding.coordinator.run;

import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.RunContext;
import dev.onboarding.model.finding.Assessments;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What an attempt came to, with everything it takes to come to it again.
///
/// @param context what surrounded the judgement; null when an older version judged
/// @param servers which answered, each by name and version
/// @param findingsDigest over the facts alone
/// @param shadow what another rule set would have decided; null when none is tried
public record Decided(
    Assessments assessments,
    @Nullable RunContext context,
    List<String> servers,
    String findingsDigest,
    Decision decision,
    String decisionDigest,
    @Nullable JsonNode shadow) {

  public Decided {
    servers = List.copyOf(servers);
  }
}
