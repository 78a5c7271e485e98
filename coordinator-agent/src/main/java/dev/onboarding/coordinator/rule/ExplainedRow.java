package dev.onboarding.coordinator.rule;

import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.Evidence;
import dev.onboarding.model.finding.Finding;
import java.util.List;

/// A row that fired, what it saw and where that was read.
///
/// @param condition as it stands in the table
/// @param facts those that the condition asks for, in its order
/// @param evidence of the finding: system, record, tool, time, and the id under which the call
///   stands in the audit; empty for a row about an answer as a whole
public record ExplainedRow(
    String rule,
    Domain domain,
    Tier tier,
    String says,
    String owner,
    String remedy,
    String condition,
    List<SeenFact> facts,
    List<Evidence> evidence) {

  public ExplainedRow {
    facts = List.copyOf(facts);
    evidence = List.copyOf(evidence);
  }

  static ExplainedRow of(CompiledRow.Fired fired) {
    FiredRow row = fired.row();
    SeenFacts seen = new SeenFacts(fired.of().says().source(), fired.subject());
    return new ExplainedRow(
        row.rule(),
        row.domain(),
        row.tier(),
        row.says(),
        row.owner(),
        row.remedy(),
        fired.of().row().when(),
        fired.of().asked().stream().map(seen::shown).toList(),
        fired.subject().record() instanceof Finding finding ? finding.evidence() : List.of());
  }
}
