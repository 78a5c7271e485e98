package dev.onboarding.coordinator.rule;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One side of a comparison that can be reasoned about.
sealed interface Operand {

  record Asked(FactEntry fact) implements Operand {}

  /// @param value null stands for absence
  record Constant(@Nullable Object value) implements Operand {}

  /// @return null for anything else
  static @Nullable Operand of(CelExpr expression, Map<String, FactEntry> facts) {
    if (expression.getKind() == Kind.IDENT) {
      FactEntry fact = facts.get(expression.ident().name());
      return fact == null ? null : new Asked(fact);
    }
    return expression.getKind() == Kind.CONSTANT ? constant(expression.constant()) : null;
  }

  private static @Nullable Operand constant(CelConstant constant) {
    return switch (constant.getKind()) {
      case NULL_VALUE -> new Constant(null);
      case BOOLEAN_VALUE -> new Constant(constant.booleanValue());
      case INT64_VALUE -> new Constant(constant.int64Value());
      case DOUBLE_VALUE -> new Constant(constant.doubleValue());
      case STRING_VALUE -> new Constant(constant.stringValue());
      default -> null;
    };
  }
}
