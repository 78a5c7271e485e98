package dev.onboarding.coordinator.rule;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.RunContext;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.Domain;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What must hold of a rule set as a whole, so that a forgotten row cannot let an account through.
final class RuleSetChecks {

  private static final String UNKNOWN = "-UNKNOWN";
  private static final List<RunContext> CONTEXTS =
      Stream.of("OBSERVE", "APPROVE_ALL", "ACT")
          .map(mode -> new RunContext(mode, "probe", false, 1, false, LocalDate.EPOCH, null))
          .toList();

  private final List<RuleFile.LocatedRow> rows;
  private final RuleTable table;
  private final Problems problems;

  private RuleSetChecks(List<RuleFile.LocatedRow> rows, RuleTable table, Problems problems) {
    this.rows = rows;
    this.table = table;
    this.problems = problems;
  }

  static void check(List<RuleFile.LocatedRow> rows, RuleTable table, Problems problems) {
    var checks = new RuleSetChecks(rows, table, problems);
    checks.idsAreUnique();
    for (Domain domain : Domain.values()) {
      checks.hasViolation(domain);
      checks.coversUnknownValues(domain);
    }
    if (problems.count() == 0) {
      checks.failuresBlock();
      checks.silenceBlocks();
    }
  }

  private void idsAreUnique() {
    Map<String, Integer> lines = new HashMap<>();
    for (RuleFile.LocatedRow row : rows) {
      Integer first = lines.putIfAbsent(row.row().id(), row.line());
      if (first != null) {
        problems.add(
            row.line(), "id '%s' is taken by the row in line %d".formatted(row.row().id(), first));
      }
    }
  }

  private void hasViolation(Domain domain) {
    if (rows.stream().noneMatch(row -> isOn(row, domain) && row.row().tier() == Tier.VIOLATION)) {
      problems.add(1, "domain '%s' has no row of tier violation".formatted(domain));
    }
  }

  /// An enumerated fact can grow a value that no row was written for.
  private void coversUnknownValues(Domain domain) {
    boolean enumerated =
        FactSource.named(domain.toString()).filter(FactSource::isEnumerated).isPresent();
    if (enumerated
        && rows.stream()
            .noneMatch(row ->
                isOn(row, domain)
                    && row.row().id().endsWith(UNKNOWN)
                    && row.row().tier() != Tier.NOTE)) {
      problems.add(1, "domain '%s' has enumerated facts, but no row …-UNKNOWN".formatted(domain));
    }
  }

  private static boolean isOn(RuleFile.LocatedRow row, Domain domain) {
    return row.row().on().equals(domain.toString());
  }

  private void failuresBlock() {
    for (ErrorType type : ErrorType.values()) {
      Failure failure = Failure.of(type, "PROBE", null, "A probe.");
      Assessments failed =
          new Assessments(
              Assessment.failed(Domain.ACCOUNT, failure),
              Assessment.failed(Domain.OPPORTUNITY, failure),
              Assessment.failed(Domain.OWNER, failure),
              Assessment.failed(Domain.CONTRACT, failure),
              Assessment.failed(Domain.INVOICE, failure),
              Assessment.failed(Domain.LINK, failure));
      mustBlock(failed, EnumSet.allOf(Domain.class), "that failed with " + type);
    }
  }

  private void silenceBlocks() {
    Assessments silent =
        new Assessments(
            Assessment.judged(Domain.ACCOUNT, List.of()),
            Assessment.judged(Domain.OPPORTUNITY, List.of()),
            Assessment.judged(Domain.OWNER, List.of()),
            Assessment.judged(Domain.CONTRACT, List.of()),
            Assessment.judged(Domain.INVOICE, List.of()),
            Assessment.judged(Domain.LINK, List.of()));
    mustBlock(silent, EnumSet.complementOf(EnumSet.of(Domain.LINK)), "without a finding");
  }

  private void mustBlock(Assessments probe, Set<Domain> domains, String how) {
    for (RunContext context : CONTEXTS) {
      List<FiredRow> fired = table.fire(probe, context);
      for (Domain domain : domains) {
        if (fired.stream()
            .noneMatch(row -> row.domain() == domain && row.tier() == Tier.VIOLATION)) {
          problems.add(
              1,
              "no row on 'any' blocks domain '%s' %s, in a run of mode %s"
                  .formatted(domain, how, context.mode()));
        }
      }
    }
  }
}
