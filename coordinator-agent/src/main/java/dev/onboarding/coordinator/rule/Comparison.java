package dev.onboarding.coordinator.rule;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A comparison of facts and constants, as it stands in a condition.
sealed interface Comparison {

  /// The constants of the comparison that are no absence, by the fact they are compared with.
  default Map<String, Collection<Object>> constants() {
    return Map.of();
  }

  /// Of two constants.
  record Fixed(int outcome) implements Comparison {}

  /// Of a fact with one constant, or by [Comparing#EQUAL] with any of several.
  record WithConstant(FactEntry fact, Comparing how, List<@Nullable Object> any)
      implements Comparison {

    int outcome(@Nullable Object example) {
      return any.size() == 1
          ? how.outcome(example, any.getFirst())
          : any.stream().anyMatch(each -> how.outcome(example, each) == Formula.TRUE)
              ? Formula.TRUE
              : Formula.FALSE;
    }

    @Override
    public Map<String, Collection<Object>> constants() {
      return Map.of(fact.name(), any.stream().filter(Objects::nonNull).toList());
    }
  }

  /// Of two facts, the left one first by name.
  record OfTwo(FactEntry left, Comparing how, FactEntry right) implements Comparison {}

  /// @return null when the expression is none of them
  static @Nullable Comparison of(CelExpr expression, Map<String, FactEntry> facts) {
    if (expression.getKind() != Kind.CALL || expression.call().args().size() != 2) {
      return null;
    }
    CelCall call = expression.call();
    if (call.function().equals("@in")) {
      return among(call.args().get(0), call.args().get(1), facts);
    }
    Operand left = Operand.of(call.args().get(0), facts);
    Operand right = Operand.of(call.args().get(1), facts);
    return left == null || right == null
        ? null
        : Comparing.named(call.function()).map(how -> of(left, how, right)).orElse(null);
  }

  private static @Nullable Comparison of(Operand left, Comparing how, Operand right) {
    if (left instanceof Operand.Constant(var one) && right instanceof Operand.Constant(var other)) {
      return new Fixed(how.outcome(one, other));
    }
    if (left instanceof Operand.Asked(var fact) && right instanceof Operand.Constant(var value)) {
      return new WithConstant(fact, how, Arrays.asList(value));
    }
    if (left instanceof Operand.Constant && right instanceof Operand.Asked) {
      return of(right, how.exchanged(), left);
    }
    return left instanceof Operand.Asked(var one) && right instanceof Operand.Asked(var other)
        ? ofTwo(one, how, other)
        : null;
  }

  /// What a fact is to itself, and what is no number to another, is not reasoned about.
  private static @Nullable Comparison ofTwo(FactEntry one, Comparing how, FactEntry other) {
    if (one.name().equals(other.name()) || one.type() == FactType.DOUBLE) {
      return null;
    }
    return one.name().compareTo(other.name()) < 0
        ? new OfTwo(one, how, other)
        : new OfTwo(other, how.exchanged(), one);
  }

  private static @Nullable Comparison among(
      CelExpr one, CelExpr list, Map<String, FactEntry> facts) {
    if (!(Operand.of(one, facts) instanceof Operand.Asked(var fact))
        || list.getKind() != Kind.LIST) {
      return null;
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (CelExpr element : list.list().elements()) {
      if (!(Operand.of(element, facts) instanceof Operand.Constant(var value))) {
        return null;
      }
      values.add(value);
    }
    return new WithConstant(fact, Comparing.EQUAL, values);
  }
}
