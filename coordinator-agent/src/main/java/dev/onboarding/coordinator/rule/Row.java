package dev.onboarding.coordinator.rule;

import dev.onboarding.model.decision.Tier;

/// One row of the rule table as its author wrote it.
///
/// @param on the domain whose findings it is tried on, or `any` for the assessment as a whole
/// @param when a CEL condition over the facts of that domain
/// @param says the sentence people read when it fires, with facts in braces
public record Row(
    String id, String on, String when, Tier tier, String says, String owner, String remedy) {}
