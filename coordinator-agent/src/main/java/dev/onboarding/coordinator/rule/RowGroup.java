package dev.onboarding.coordinator.rule;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import dev.onboarding.coordinator.rule.CompiledRow.Fired;
import java.util.List;

/// The rows of one domain. Every row is tried on every finding; most often all say no, so one
/// condition that joins theirs is asked first: only a plain "no" from it spares asking each.
///
/// @param anyOf the conditions of all rows, joined by "or"
record RowGroup(FactSource source, List<CompiledRow> rows, CelRuntime.Program anyOf) {

  RowGroup {
    rows = List.copyOf(rows);
  }

  void tryOn(Subject subject, List<Fired> fired) {
    CelVariableResolver facts = new SeenFacts(source, subject);
    if (allSayNo(facts)) {
      return;
    }
    for (CompiledRow row : rows) {
      row.tryOn(subject, facts, fired);
    }
  }

  /// The rows that fire on these facts, whatever they then say.
  List<CompiledRow> firing(CelVariableResolver facts) {
    return allSayNo(facts) ? List.of() : rows.stream().filter(row -> row.firesOn(facts)).toList();
  }

  /// "Or" is false only when each part is: an error or an unknown in one part makes it no "no".
  private boolean allSayNo(CelVariableResolver facts) {
    try {
      return Boolean.FALSE.equals(anyOf.eval(facts));
    } catch (CelEvaluationException _) {
      return false;
    }
  }
}
