package dev.onboarding.coordinator.rule;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelVariableResolver;
import dev.onboarding.model.Money;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Facts and their values in the words of people.
final class FactText {

  private static final String MINOR = "_minor";

  private FactText() {}

  /// For example `days overdue`.
  static String name(FactEntry fact) {
    String name = fact.name().substring(fact.name().indexOf('.') + 1);
    String plain = name.endsWith(MINOR) ? name.substring(0, name.length() - MINOR.length()) : name;
    return plain.replace('_', ' ');
  }

  /// For example `14 calendar days` or `60,000.00 USD`.
  ///
  /// @param others the facts about the same subject, for the currency of an amount
  static String value(FactEntry fact, @Nullable Object value, CelVariableResolver others) {
    if (value == null || value instanceof NullValue) {
      return "none";
    }
    if (fact.personal()) {
      return SeenFact.MASKED;
    }
    return switch (value) {
      case Long minor when fact.name().endsWith(MINOR) -> money(fact, minor, others);
      case Double share when fact.unit().equals("share") -> percent(share);
      case Boolean flag -> flag ? "yes" : "no";
      case String text -> text;
      default -> (value + " " + fact.unit()).strip();
    };
  }

  /// Without a currency the count of its smallest unit is all that is known.
  private static String money(FactEntry fact, long minor, CelVariableResolver others) {
    String base = fact.name().substring(0, fact.name().length() - MINOR.length());
    return others
        .find(base + "_currency")
        .filter(String.class::isInstance)
        .map(currency -> Money.ofMinor(minor, (String) currency).toString())
        .orElse(minor + " in the smallest unit");
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100).replace(".0 %", " %");
  }
}
