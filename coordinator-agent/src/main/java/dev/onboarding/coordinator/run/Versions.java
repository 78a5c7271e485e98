package dev.onboarding.coordinator.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What judged and advised a run, recorded when the run is stored so that it can be replayed.
///
/// @param coordinator version of this module
/// @param ruleSet version of the rule set
/// @param ruleSetDigest SHA-256 of the rule set
/// @param prompts version of the prompts, or of the fallback that stands in for a model
/// @param agents name and version of each server that answered; empty until it gathered
/// @param shadow SHA-256 of the rule set that decides beside it without effect; null for none
/// @param checklist SHA-256 of the checklist template; null for the provisioning server's own
/// @param checklistShadow SHA-256 of the template that is tried beside it without effect; null for
///   none
public record Versions(
    String coordinator,
    String ruleSet,
    String ruleSetDigest,
    String prompts,
    List<String> agents,
    @Nullable String shadow,
    @Nullable String checklist,
    @Nullable String checklistShadow) {

  public Versions {
    agents = List.copyOf(agents);
  }

  public Versions(
      String coordinator,
      String ruleSet,
      String ruleSetDigest,
      String prompts,
      List<String> agents) {
    this(coordinator, ruleSet, ruleSetDigest, prompts, agents, null, null, null);
  }
}
