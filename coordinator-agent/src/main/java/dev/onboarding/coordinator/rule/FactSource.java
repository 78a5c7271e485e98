package dev.onboarding.coordinator.rule;

import dev.onboarding.model.decision.RunContext;
import dev.onboarding.model.finding.AccountFinding;
import dev.onboarding.model.finding.ContractFinding;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.InvoiceFinding;
import dev.onboarding.model.finding.LinkFinding;
import dev.onboarding.model.finding.OpportunityFinding;
import dev.onboarding.model.finding.OwnerFinding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The facts of one kind of record, under one prefix.
final class FactSource {

  /// The prefix of rows that look at an assessment as a whole, whatever its domain.
  static final String ANY = "any";

  /// What every row may ask about the run that is judged for.
  static final FactSource RUN = new FactSource("run", RunContext.class);

  private static final Map<String, FactSource> ALL =
      Map.copyOf(
          Stream.concat(
                  Arrays.stream(Domain.values()).map(FactSource::of),
                  Stream.of(new FactSource(ANY, AssessmentFacts.class)))
              .collect(Collectors.toMap(FactSource::prefix, source -> source)));

  private final String prefix;
  private final List<FactReader> readers;

  private FactSource(String prefix, Class<? extends Record> type) {
    this.prefix = prefix;
    this.readers =
        Arrays.stream(type.getRecordComponents())
            .map(component -> new FactReader(prefix, component))
            .toList();
  }

  private static FactSource of(Domain domain) {
    return new FactSource(
        domain.toString(),
        switch (domain) {
          case ACCOUNT -> AccountFinding.class;
          case OPPORTUNITY -> OpportunityFinding.class;
          case OWNER -> OwnerFinding.class;
          case CONTRACT -> ContractFinding.class;
          case INVOICE -> InvoiceFinding.class;
          case LINK -> LinkFinding.class;
        });
  }

  /// What rows can be on: a domain, or `any`.
  static Optional<FactSource> named(String prefix) {
    return Optional.ofNullable(ALL.get(prefix));
  }

  String prefix() {
    return prefix;
  }

  List<FactEntry> entries() {
    return readers.stream().flatMap(reader -> reader.entries().stream()).toList();
  }

  /// What CEL sees of a record, added to what it sees of others.
  void putInto(Map<String, Object> facts, Record subject) {
    for (FactReader reader : readers) {
      reader.putInto(facts, subject);
    }
  }

  /// Everything a sentence may name, facts and texts alike.
  Optional<FactReader> readable(String name) {
    return readers.stream().filter(reader -> reader.name().equals(name)).findFirst();
  }

  boolean isEnumerated() {
    return entries().stream().anyMatch(entry -> !entry.values().isEmpty());
  }
}
