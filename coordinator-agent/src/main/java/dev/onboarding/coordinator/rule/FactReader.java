package dev.onboarding.coordinator.rule;

import dev.cel.common.values.NullValue;
import dev.onboarding.model.Money;
import dev.onboarding.model.finding.Fact;
import dev.onboarding.model.finding.Personal;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the facts that one component of a finding carries: two for money, one for all else, none
/// when the component is for people only.
final class FactReader {

  private static final Pattern WORD_BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private final RecordComponent component;
  private final Accessor accessor;
  private final String name;
  private final List<FactEntry> entries;

  FactReader(String prefix, RecordComponent component) {
    this.component = component;
    this.accessor = Accessor.of(component);
    this.name = prefix + "." + snakeCase(component.getName());
    this.entries = entries(component.getAnnotation(Fact.class));
  }

  String name() {
    return name;
  }

  List<FactEntry> entries() {
    return entries;
  }

  String unit() {
    return entries.isEmpty() ? "" : entries.getFirst().unit();
  }

  /// The component as the finding holds it.
  @Nullable Object raw(Record finding) {
    return accessor.read(finding);
  }

  /// How CEL sees each of the facts; what is confirmed absent is null there, never missing.
  Map<String, Function<Record, Object>> seen() {
    if (entries.isEmpty()) {
      return Map.of();
    }
    if (component.getType() != Money.class) {
      return Map.of(name, finding -> celValue(accessor.read(finding)));
    }
    return Map.of(
        name + "_minor",
        finding ->
            accessor.read(finding) instanceof Money money ? minor(money) : NullValue.NULL_VALUE,
        name + "_currency",
        finding ->
            accessor.read(finding) instanceof Money money
                ? money.currency()
                : NullValue.NULL_VALUE);
  }

  /// An amount too large to count is no amount.
  private static Object minor(Money money) {
    try {
      return money.minor();
    } catch (ArithmeticException _) {
      return NullValue.NULL_VALUE;
    }
  }

  private static Object celValue(@Nullable Object value) {
    return switch (value) {
      case null -> NullValue.NULL_VALUE;
      case Integer number -> number.longValue();
      case LocalDate day -> day.toString();
      case Enum<?> constant -> constant.name();
      default -> value;
    };
  }

  private List<FactEntry> entries(@Nullable Fact fact) {
    if (fact == null) {
      return List.of();
    }
    List<FactEntry> all = new ArrayList<>();
    if (component.getType() == Money.class) {
      all.add(entry(fact, "_minor", FactType.INT, "smallest unit of the currency"));
      all.add(entry(fact, "_currency", FactType.STRING, "ISO 4217"));
    } else {
      all.add(entry(fact, "", typeOf(component.getType()), fact.unit()));
    }
    return List.copyOf(all);
  }

  private FactEntry entry(Fact fact, String suffix, FactType type, String unit) {
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    boolean personal = component.isAnnotationPresent(Personal.class);
    return new FactEntry(
        name + suffix,
        type,
        nullable,
        unit,
        fact.value(),
        personal,
        values(fact),
        List.of(fact.from()));
  }

  private List<String> values(Fact fact) {
    Object @Nullable [] constants = component.getType().getEnumConstants();
    return constants == null
        ? List.of(fact.values())
        : Arrays.stream(constants).map(constant -> ((Enum<?>) constant).name()).toList();
  }

  private static FactType typeOf(Class<?> type) {
    if (type == boolean.class || type == Boolean.class) {
      return FactType.BOOL;
    }
    if (type == int.class || type == Integer.class || type == long.class) {
      return FactType.INT;
    }
    if (type == double.class || type == Double.class) {
      return FactType.DOUBLE;
    }
    if (type == String.class || type == LocalDate.class || type.isEnum()) {
      return FactType.STRING;
    }
    throw new IllegalStateException("A fact cannot be of type " + type.getName());
  }

  private static String snakeCase(String name) {
    return WORD_BOUNDARY.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
  }
}
