package dev.onboarding.coordinator.rule;

import dev.onboarding.coordinator.rule.RuleFile.LocatedRow;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.finding.Domain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What must hold of a rule set beyond the type of each condition, so that no row is written in
/// vain and none that was forgotten lets an account through.
final class RuleSetChecks {

  private static final String UNKNOWN = "-UNKNOWN";

  private final RuleFile file;
  private final Problems problems;
  private final Map<LocatedRow, CompiledRow> sound = new HashMap<>();

  RuleSetChecks(RuleFile file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /// A row that passed the type check.
  void add(LocatedRow located, CompiledRow row) {
    sound.put(located, row);
  }

  void check() {
    idsAreUnique();
    eachRowMakesSense();
    for (Domain domain : Domain.values()) {
      hasViolation(domain);
      coversUnknownValues(domain);
    }
    failureAndSilenceBlock();
  }

  private void idsAreUnique() {
    Map<String, Integer> lines = new HashMap<>();
    for (LocatedRow row : file.rows()) {
      Integer first = lines.putIfAbsent(row.row().id(), row.line());
      if (first != null) {
        problems.add(
            row.line(), "id '%s' is taken by the row in line %d".formatted(row.row().id(), first));
      }
    }
  }

  private void eachRowMakesSense() {
    RowChecks checks = new RowChecks(problems);
    for (LocatedRow located : file.rows()) {
      CompiledRow row = sound.get(located);
      if (row != null) {
        FactSource.named(row.row().on())
            .ifPresent(source -> checks.check(located, row, source.askable()));
      }
    }
  }

  private void hasViolation(Domain domain) {
    if (file.rows().stream()
        .noneMatch(row -> isOn(row, domain) && row.row().tier() == Tier.VIOLATION)) {
      problems.add(1, "domain '%s' has no row of tier violation".formatted(domain));
    }
  }

  /// An enumerated fact can grow a value that no row was written for.
  private void coversUnknownValues(Domain domain) {
    boolean enumerated =
        FactSource.named(domain.toString()).filter(FactSource::isEnumerated).isPresent();
    if (enumerated
        && file.rows().stream()
            .noneMatch(row ->
                isOn(row, domain)
                    && row.row().id().endsWith(UNKNOWN)
                    && row.row().tier() != Tier.NOTE)) {
      problems.add(1, "domain '%s' has enumerated facts, but no row …-UNKNOWN".formatted(domain));
    }
  }

  private static boolean isOn(LocatedRow row, Domain domain) {
    return row.row().on().equals(domain.toString());
  }

  /// Rows that are broken otherwise may be those that would block; they are told of already.
  private void failureAndSilenceBlock() {
    List<CompiledRow> blocking = new ArrayList<>();
    for (LocatedRow located : file.rows()) {
      if (located.row().on().equals(FactSource.ANY)) {
        CompiledRow row = sound.get(located);
        if (row == null) {
          return;
        }
        if (row.row().tier() == Tier.VIOLATION) {
          blocking.add(row);
        }
      }
    }
    if (!file.unread().contains(FactSource.ANY)) {
      Blocking.check(blocking, problems);
    }
  }
}
