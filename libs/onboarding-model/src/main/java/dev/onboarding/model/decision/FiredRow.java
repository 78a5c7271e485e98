package dev.onboarding.model.decision;

import dev.onboarding.model.finding.Domain;

/// A row of the rule set that applied to a finding, with its sentence filled in.
///
/// @param rule id of the row, for example `INV-04`
/// @param says the row's sentence with the facts of this account
/// @param owner who must act
/// @param remedy what would make the row silent
public record FiredRow(
    String rule, Domain domain, Tier tier, String says, String owner, String remedy) {}
