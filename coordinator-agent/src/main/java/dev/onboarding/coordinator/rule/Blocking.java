package dev.onboarding.coordinator.rule;

import dev.onboarding.coordinator.rule.Formula.Among;
import dev.onboarding.coordinator.rule.Formula.And;
import dev.onboarding.coordinator.rule.Formula.Not;
import dev.onboarding.model.finding.Assessment.Outcome;
import dev.onboarding.model.finding.Domain;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Shows of the rows on `any` that a domain which failed, or is silent, blocks under whatever else
/// may be so.
final class Blocking {

  private final FormulaReader reader;
  private final Formula rows;
  private final Problems problems;

  private Blocking(FormulaReader reader, Formula rows, Problems problems) {
    this.reader = reader;
    this.rows = rows;
    this.problems = problems;
  }

  /// @param violations the rows on `any` that block
  static void check(List<CompiledRow> violations, Problems problems) {
    var facts = FactSource.named(FactSource.ANY).orElseThrow().askable();
    var reader = new FormulaReader(facts, violations.stream().map(CompiledRow::condition).toList());
    Formula rows =
        violations.stream()
            .map(row -> reader.read(row.condition()))
            .reduce(Formula.fixed(false), Formula::or);
    var blocking = new Blocking(reader, rows, problems);
    for (Domain domain : Domain.values()) {
      blocking.check(domain, blocking.answered(Outcome.FAILED), "that failed");
      // Links are only there when there is something to compare.
      if (domain != Domain.LINK) {
        var silent = new And(blocking.answered(Outcome.JUDGED), reader.equal("any.findings", 0L));
        blocking.check(domain, silent, "without a finding");
      }
    }
  }

  private Formula answered(Outcome outcome) {
    return reader.equal("any.outcome", outcome.name());
  }

  /// A row that fails to answer blocks as well.
  private void check(Domain domain, Formula given, String how) {
    Formula passes =
        new And(new And(reader.equal("any.domain", domain.toString()), given), new Not(rows));
    if (!Search.isImpossible(passes, Formula.TRUE)) {
      String example = Search.find(passes, Formula.TRUE).map(Blocking::words).orElse("");
      problems.add(1, "no row on 'any' blocks domain '%s' %s%s".formatted(domain, how, example));
    }
  }

  private static String words(Map<String, Among> facts) {
    return facts.values().stream()
        .filter(fact -> !fact.of().name().startsWith("any.domain"))
        .filter(fact -> fact.of().name().contains("."))
        .filter(fact -> !fact.of().name().matches("any\\.(outcome|findings)"))
        .map(fact ->
            "%s is '%s'"
                .formatted(fact.of().name(), fact.of().examples().get(fact.values().nextSetBit(0))))
        .sorted()
        .collect(Collectors.joining(" and "))
        .transform(words -> words.isEmpty() ? "" : ", for example where " + words);
  }
}
