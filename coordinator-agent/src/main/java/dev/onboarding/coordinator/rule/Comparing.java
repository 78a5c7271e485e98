package dev.onboarding.coordinator.rule;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// How two values are compared, as CEL does it: absence equals only itself and has no order, and
/// what is no number equals nothing and is neither less nor more.
enum Comparing {
  EQUAL("_==_", order -> order == 0),
  OTHER("_!=_", order -> order != 0),
  LESS("_<_", order -> order < 0),
  AT_MOST("_<=_", order -> order <= 0),
  MORE("_>_", order -> order > 0),
  AT_LEAST("_>=_", order -> order >= 0);

  private final String function;
  private final IntPredicate holds;

  Comparing(String function, IntPredicate holds) {
    this.function = function;
    this.holds = holds;
  }

  static Optional<Comparing> named(String function) {
    return Arrays.stream(values()).filter(each -> each.function.equals(function)).findFirst();
  }

  /// The same with both sides exchanged.
  Comparing exchanged() {
    return switch (this) {
      case EQUAL, OTHER -> this;
      case LESS -> MORE;
      case AT_MOST -> AT_LEAST;
      case MORE -> LESS;
      case AT_LEAST -> AT_MOST;
    };
  }

  int outcome(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return outcomeOfAbsent(left != null, right != null);
    }
    if (isNoNumber(left) || isNoNumber(right)) {
      return this == OTHER ? Formula.TRUE : Formula.FALSE;
    }
    return outcomeOf(order(left, right));
  }

  /// @param order negative, zero or positive
  int outcomeOf(int order) {
    return holds.test(order) ? Formula.TRUE : Formula.FALSE;
  }

  /// Where one side is absent, or both.
  int outcomeOfAbsent(boolean left, boolean right) {
    return switch (this) {
      case EQUAL -> left == right ? Formula.TRUE : Formula.FALSE;
      case OTHER -> left == right ? Formula.FALSE : Formula.TRUE;
      default -> Formula.ERROR;
    };
  }

  private static boolean isNoNumber(Object value) {
    return value instanceof Double number && number.isNaN();
  }

  /// The zero below nothing is no other zero.
  private static int order(Object left, Object right) {
    if (left instanceof Double one && right instanceof Double other) {
      return one < other ? -1 : one > other ? 1 : 0;
    }
    return left instanceof Long one && right instanceof Long other
        ? Long.compare(one, other)
        : left instanceof Boolean one && right instanceof Boolean other
            ? Boolean.compare(one, other)
            : left.toString().compareTo(right.toString());
  }
}
