package dev.onboarding.coordinator.rule;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How much a rule set may ask. Conditions have no loops, so a condition costs at most its parts,
/// each of them once; together these limits bound the cost of every decision.
final class Limits {

  static final int ROWS = 2_000;
  static final int CHARACTERS = 2_000;
  static final int PARTS = 256;
  static final int DEPTH = 32;

  private Limits() {}

  /// @return what is wrong with a condition before it is read
  static Optional<String> exceeded(String condition) {
    return condition.length() > CHARACTERS
        ? Optional.of(
            "the condition has %d characters, and may have %d"
                .formatted(condition.length(), CHARACTERS))
        : Optional.empty();
  }

  /// @return what is wrong with a condition that was read
  static Optional<String> exceeded(CelExpr condition) {
    int depth = depth(condition);
    int parts = parts(condition);
    if (depth > DEPTH) {
      return Optional.of("the condition is nested %d deep, and may be %d".formatted(depth, DEPTH));
    }
    return parts > PARTS
        ? Optional.of("the condition has %d parts, and may have %d".formatted(parts, PARTS))
        : Optional.empty();
  }

  private static int depth(CelExpr expression) {
    return 1 + inside(expression).stream().mapToInt(Limits::depth).max().orElse(0);
  }

  private static int parts(CelExpr expression) {
    return 1 + inside(expression).stream().mapToInt(Limits::parts).sum();
  }

  private static List<CelExpr> inside(CelExpr expression) {
    List<CelExpr> inside = new ArrayList<>();
    if (expression.getKind() == Kind.CALL) {
      inside.addAll(expression.call().args());
      expression.call().target().ifPresent(inside::add);
    } else if (expression.getKind() == Kind.LIST) {
      inside.addAll(expression.list().elements());
    }
    return inside;
  }
}
