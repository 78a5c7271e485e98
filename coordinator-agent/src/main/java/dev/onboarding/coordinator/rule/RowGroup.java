package dev.onboarding.coordinator.rule;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.onboarding.coordinator.rule.CompiledRow.Fired;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rows of one domain. Every row is tried on every finding; most often all say no, so one
/// condition that joins theirs is asked first: only a plain "no" from it spares asking each.
///
/// @param anyOf the conditions of all rows, joined by "or"
record RowGroup(FactSource source, List<CompiledRow> rows, CelRuntime.Program anyOf) {

  RowGroup {
    rows = List.copyOf(rows);
  }

  void tryOn(Subject subject, List<Fired> fired) {
    Map<String, Object> facts = new HashMap<>();
    source.putInto(facts, subject.record());
    FactSource.RUN.putInto(facts, subject.context());
    if (allSayNo(facts)) {
      return;
    }
    for (CompiledRow row : rows) {
      row.tryOn(subject, facts, fired);
    }
  }

  /// "Or" is false only when each part is: an error or an unknown in one part makes it no "no".
  private boolean allSayNo(Map<String, Object> facts) {
    try {
      return Boolean.FALSE.equals(anyOf.eval(facts));
    } catch (CelEvaluationException _) {
      return false;
    }
  }
}
