package dev.onboarding.coordinator.rule;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.onboarding.coordinator.rule.Formula.Among;
import dev.onboarding.coordinator.rule.RuleFile.LocatedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is wrong with a condition although it passes the type check: it asks for a value that does
/// not exist, can never hold, fails where a fact is absent, or is another row's.
final class RowChecks {

  private final Problems problems;
  private final Map<String, List<Sound>> sound = new HashMap<>();

  RowChecks(Problems problems) {
    this.problems = problems;
  }

  void check(LocatedRow located, CompiledRow row, Map<String, FactEntry> facts) {
    int before = problems.count();
    valuesExist(row.condition().getExpr(), located, facts);
    if (problems.count() > before) {
      return;
    }
    var reader = new FormulaReader(facts, List.of(row.condition()));
    Formula formula = reader.read(row.condition());
    canHold(formula, located);
    saysWhatAbsenceMeans(formula, located);
    if (problems.count() == before) {
      isNoOthers(new Sound(located, row), Formula.names(formula), facts);
    }
  }

  private void valuesExist(CelExpr expression, LocatedRow row, Map<String, FactEntry> facts) {
    if (Comparison.of(expression, facts) instanceof Comparison.WithConstant compared) {
      List<String> known = compared.fact().values();
      compared.any().stream()
          .filter(value -> value instanceof String && !known.isEmpty() && !known.contains(value))
          .forEach(value ->
              add(
                  row,
                  "'%s' is no value of %s; it is one of %s"
                      .formatted(value, compared.fact().name(), String.join(", ", known))));
    }
    if (expression.getKind() == Kind.CALL) {
      expression.call().args().forEach(part -> valuesExist(part, row, facts));
    }
  }

  private void canHold(Formula formula, LocatedRow row) {
    if (Search.isImpossible(formula, Formula.TRUE)) {
      add(row, "the condition can never hold, whatever the facts are");
    }
  }

  private void saysWhatAbsenceMeans(Formula formula, LocatedRow row) {
    Set<String> failing = Formula.names(formula, Formula.ERROR);
    Search.find(formula, Formula.ERROR)
        .flatMap(facts -> absent(facts, failing))
        .ifPresent(fact ->
            add(
                row,
                "%s may be absent, and the condition fails then; say what that means, for example with '%s != null && ...' or '%s == null || ...'"
                    .formatted(fact, fact, fact)));
  }

  private static Optional<String> absent(Map<String, Among> facts, Set<String> failing) {
    return facts.values().stream()
        .filter(fact -> failing.contains(fact.of().name()))
        .filter(fact -> !fact.of().absent().isEmpty())
        .filter(fact -> fact.of().absent().equals(fact.values()))
        .map(fact -> fact.of().name())
        .sorted()
        .findFirst();
  }

  /// Only rows that ask for the same facts are compared.
  private void isNoOthers(Sound row, Iterable<String> names, Map<String, FactEntry> facts) {
    List<Sound> alike =
        sound.computeIfAbsent(
            row.row().row().on() + ": " + String.join(", ", names), _ -> new ArrayList<>());
    alike.stream()
        .filter(other -> isSame(other.row(), row.row(), facts))
        .findFirst()
        .ifPresent(other ->
            add(
                row.located(),
                "the condition is that of %s in line %d in other words or the same; make them one row"
                    .formatted(other.located().row().id(), other.located().line())));
    alike.add(row);
  }

  private static boolean isSame(CompiledRow one, CompiledRow other, Map<String, FactEntry> facts) {
    var reader = new FormulaReader(facts, List.of(one.condition(), other.condition()));
    Formula first = reader.read(one.condition());
    Formula second = reader.read(other.condition());
    return holdsOnlyWith(first, second) && holdsOnlyWith(second, first);
  }

  private static boolean holdsOnlyWith(Formula one, Formula other) {
    return Search.isImpossible(new Formula.And(one, new Formula.Not(other)), Formula.TRUE);
  }

  private void add(LocatedRow row, String message) {
    problems.add(row.whenLine(), row.row().id() + ": " + message);
  }

  private record Sound(LocatedRow located, CompiledRow row) {}
}
