package dev.onboarding.coordinator.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelUnparser;
import dev.cel.parser.CelUnparserFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Joins conditions by "or", each part that several have in common asked only once: `(a && b) || (a
/// && c)` becomes `a && (b || c)`, which is false exactly when the first is.
final class AnyOf {

  private static final String AND = "_&&_";

  private final CelUnparser unparser = CelUnparserFactory.newUnparser();

  String of(List<CelAbstractSyntaxTree> conditions) {
    List<List<String>> parts = new ArrayList<>();
    for (CelAbstractSyntaxTree condition : conditions) {
      List<String> conjuncts = new ArrayList<>();
      collect(condition.getExpr(), condition, conjuncts);
      parts.add(conjuncts.stream().distinct().toList());
    }
    return joined(parts);
  }

  private void collect(CelExpr expression, CelAbstractSyntaxTree tree, List<String> conjuncts) {
    if (expression.getKind() == CelExpr.ExprKind.Kind.CALL
        && expression.call().function().equals(AND)) {
      expression.call().args().forEach(part -> collect(part, tree, conjuncts));
    } else {
      conjuncts.add(
          unparser.unparse(CelAbstractSyntaxTree.newParsedAst(expression, tree.getSource())));
    }
  }

  /// @param parts per condition what must all hold; nothing is always so
  private static String joined(List<List<String>> parts) {
    if (parts.stream().anyMatch(List::isEmpty)) {
      return "true";
    }
    if (parts.size() == 1) {
      return all(parts.getFirst());
    }
    String shared = mostShared(parts);
    if (shared.isEmpty()) {
      return String.join(" || ", parts.stream().map(AnyOf::all).toList());
    }
    List<List<String>> with =
        parts.stream()
            .filter(part -> part.contains(shared))
            .map(part -> part.stream().filter(each -> !each.equals(shared)).toList())
            .toList();
    List<List<String>> without = parts.stream().filter(part -> !part.contains(shared)).toList();
    String factored = "((%s) && (%s))".formatted(shared, joined(with));
    return without.isEmpty() ? factored : factored + " || " + joined(without);
  }

  private static String all(List<String> conjuncts) {
    return "((%s))".formatted(String.join(") && (", conjuncts));
  }

  /// The part that most conditions have, the first of several; empty when each has its own.
  private static String mostShared(List<List<String>> parts) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    parts.forEach(part -> part.forEach(each -> counts.merge(each, 1, Integer::sum)));
    String best = "";
    int most = 1;
    for (String each : counts.keySet()) {
      int count = Objects.requireNonNull(counts.get(each));
      if (count > most) {
        most = count;
        best = each;
      }
    }
    return best;
  }
}
