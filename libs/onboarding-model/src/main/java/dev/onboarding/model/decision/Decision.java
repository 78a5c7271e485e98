package dev.onboarding.model.decision;

import java.util.List;

/// The judgement over one account: a pure function of its assessments and of one rule set.
///
/// @param fired every row that applied, violations first
/// @param ruleSet version of the rule set
/// @param ruleSetDigest SHA-256 of the rule set
public record Decision(
    Verdict verdict, List<FiredRow> fired, String ruleSet, String ruleSetDigest) {

  public Decision {
    fired = List.copyOf(fired);
  }

  public List<FiredRow> fired(Tier tier) {
    return fired.stream().filter(row -> row.tier() == tier).toList();
  }
}
