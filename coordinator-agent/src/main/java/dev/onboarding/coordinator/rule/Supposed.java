package dev.onboarding.coordinator.rule;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelVariableResolver;
import dev.onboarding.model.finding.Finding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A subject with some of its facts supposed to be others.
record Supposed(FactSource source, Subject subject, Map<String, Object> changed)
    implements CelVariableResolver {

  Supposed {
    changed = Map.copyOf(changed);
  }

  @Override
  public Optional<Object> find(String name) {
    Object other = changed.get(name);
    return other == null ? seen().find(name) : Optional.of(other);
  }

  /// @param value null stands for absence
  Supposed with(String name, @Nullable Object value) {
    Map<String, Object> more = new LinkedHashMap<>(changed);
    more.put(name, value == null ? NullValue.NULL_VALUE : value);
    return new Supposed(source, subject, more);
  }

  Supposed without(String name) {
    Map<String, Object> fewer = new LinkedHashMap<>(changed);
    fewer.remove(name);
    return new Supposed(source, subject, fewer);
  }

  @Nullable Object now(String name) {
    Object value = seen().find(name).orElse(null);
    return value instanceof NullValue ? null : value;
  }

  /// Which record it is, in the words of those who know it.
  String about() {
    String domain = subject.domain().toString();
    if (!(subject.record() instanceof Finding)) {
      return domain;
    }
    return Stream.of("number", "external_key", "id", "kind")
        .map(name -> source.askable().get(domain + "." + name))
        .filter(Objects::nonNull)
        .map(entry -> SeenFacts.text(entry, now(entry.name())))
        .filter(Objects::nonNull)
        .findFirst()
        .map(name -> domain + " " + name)
        .orElse(domain);
  }

  private SeenFacts seen() {
    return new SeenFacts(source, subject);
  }
}
