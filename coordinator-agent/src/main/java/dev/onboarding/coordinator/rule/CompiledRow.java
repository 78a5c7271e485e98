package dev.onboarding.coordinator.rule;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.finding.Domain;
import java.util.List;
import java.util.Map;

/// A row that has passed the type check and can be tried; whatever is not a plain "no" fires.
///
/// @param index place in the table
record CompiledRow(
    Row row,
    int index,
    CelRuntime.Program program,
    Sentence says,
    Sentence owner,
    Sentence remedy) {

  void tryOn(Subject subject, Map<String, Object> facts, List<Fired> fired) {
    Object answer;
    try {
      answer = program.eval(facts);
    } catch (CelEvaluationException e) {
      fired.add(unanswered(subject.domain(), "its condition failed with " + e.getErrorCode()));
      return;
    }
    if (Boolean.TRUE.equals(answer)) {
      fired.add(fired(subject));
    } else if (!Boolean.FALSE.equals(answer)) {
      fired.add(unanswered(subject.domain(), "a fact it asks for was not supplied"));
    }
  }

  private Fired fired(Subject subject) {
    return new Fired(
        index,
        new FiredRow(
            idFor(subject.domain()),
            subject.domain(),
            row.tier(),
            says.filledFrom(subject),
            owner.filledFrom(subject),
            remedy.filledFrom(subject)));
  }

  private Fired unanswered(Domain domain, String because) {
    return new Fired(
        index,
        new FiredRow(
            idFor(domain),
            domain,
            Tier.VIOLATION,
            "This rule could not be answered, so it counts as a violation: " + because + ".",
            "IT/DevOps",
            "Correct the row of the rule set, or the agent that supplies its facts."));
  }

  /// A row on `any` carries the domain it fired for, for example `INVOICE-FAILED`.
  private String idFor(Domain domain) {
    return row.on().equals(FactSource.ANY) ? domain.name() + "-" + row.id() : row.id();
  }

  /// A fired row and its place in the table.
  record Fired(int index, FiredRow row) {}
}
