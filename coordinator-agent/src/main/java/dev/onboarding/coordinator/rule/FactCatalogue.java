package dev.onboarding.coordinator.rule;

import dev.onboarding.model.finding.Domain;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Every fact that rules may ask about, read off the finding records.
public final class FactCatalogue {

  private FactCatalogue() {}

  /// In the order of domains, then of the record; `any` last.
  public static List<FactEntry> entries() {
    return Stream.concat(
            Arrays.stream(Domain.values()).map(Domain::toString), Stream.of(FactSource.ANY))
        .flatMap(prefix -> FactSource.named(prefix).stream())
        .flatMap(source -> source.entries().stream())
        .toList();
  }
}
