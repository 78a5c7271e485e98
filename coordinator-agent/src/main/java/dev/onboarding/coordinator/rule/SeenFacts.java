package dev.onboarding.coordinator.rule;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelVariableResolver;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The facts about one subject, each read only when a condition asks for it.
record SeenFacts(FactSource source, Subject subject) implements CelVariableResolver {

  @Override
  public Optional<Object> find(String name) {
    Optional<Object> fact = source.seen(name, subject.record());
    return fact.isPresent() ? fact : FactSource.RUN.seen(name, subject.context());
  }

  SeenFact shown(String name) {
    FactEntry entry = Objects.requireNonNull(source.askable().get(name));
    Object value = find(name).orElse(null);
    return new SeenFact(
        name,
        text(entry, value),
        entry.unit(),
        FactText.value(entry, value, this),
        entry.meaning(),
        entry.from());
  }

  /// What people may read of a value.
  static @Nullable String text(FactEntry entry, @Nullable Object value) {
    if (value == null || value instanceof NullValue) {
      return null;
    }
    return entry.personal() ? SeenFact.MASKED : value.toString();
  }
}
