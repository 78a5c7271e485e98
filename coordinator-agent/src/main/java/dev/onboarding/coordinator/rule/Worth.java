package dev.onboarding.coordinator.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which values of a fact are worth supposing: those that can be in the world, and are not there.
final class Worth {

  /// Stands for any text.
  static final String GIVEN = "given";

  private Worth() {}

  static List<@Nullable Object> values(
      FactEntry fact, List<@Nullable Object> examples, @Nullable Object now) {
    List<@Nullable Object> worth = new ArrayList<>();
    if (fact.type() == FactType.STRING) {
      worth.addAll(fact.values().isEmpty() ? List.of(GIVEN) : fact.values());
    }
    examples.stream().filter(example -> canBe(fact, example)).forEach(worth::add);
    worth.removeIf(value -> Objects.equals(value, now));
    return worth;
  }

  /// Counts, days and amounts are not negative; a text between two others is nobody's.
  private static boolean canBe(FactEntry fact, @Nullable Object example) {
    return switch (example) {
      case null -> true;
      case Long number -> number >= 0;
      case Double number -> number >= 0 && number <= Double.MAX_VALUE;
      case String text -> fact.values().isEmpty() && !text.isEmpty() && !text.endsWith("\0");
      default -> true;
    };
  }
}
