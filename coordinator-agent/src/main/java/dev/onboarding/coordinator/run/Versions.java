package dev.onboarding.coordinator.run;

/// What judged and advised a run, recorded when the run is stored so that it can be replayed.
///
/// @param coordinator version of this module
/// @param ruleSet version of the rule set
/// @param ruleSetDigest SHA-256 of the rule set
/// @param prompts version of the prompts, or of the fallback that stands in for a model
public record Versions(String coordinator, String ruleSet, String ruleSetDigest, String prompts) {}
