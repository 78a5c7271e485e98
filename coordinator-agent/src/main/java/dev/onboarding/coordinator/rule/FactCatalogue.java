package dev.onboarding.coordinator.rule;

import dev.onboarding.model.finding.Domain;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Every fact that rules may ask about, read off the finding records.
public final class FactCatalogue {

  private FactCatalogue() {}

  /// In the order of domains, then of the record; `any` and `run` last.
  public static List<FactEntry> entries() {
    Stream<FactSource> subjects =
        Stream.concat(
                Arrays.stream(Domain.values()).map(Domain::toString), Stream.of(FactSource.ANY))
            .flatMap(prefix -> FactSource.named(prefix).stream());
    return Stream.concat(subjects, Stream.of(FactSource.RUN))
        .flatMap(source -> source.entries().stream())
        .toList();
  }
}
