package dev.onboarding.coordinator.rule;

import dev.cel.runtime.CelVariableResolver;
import java.util.Optional;

/// The facts about one subject, each read only when a condition asks for it.
record SeenFacts(FactSource source, Subject subject) implements CelVariableResolver {

  @Override
  public Optional<Object> find(String name) {
    Optional<Object> fact = source.seen(name, subject.record());
    return fact.isPresent() ? fact : FactSource.RUN.seen(name, subject.context());
  }
}
