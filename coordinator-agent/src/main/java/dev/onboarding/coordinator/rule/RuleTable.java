package dev.onboarding.coordinator.rule;

import dev.cel.runtime.CelVariableResolver;
import dev.onboarding.coordinator.rule.CompiledRow.Fired;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.RunContext;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessment.Outcome;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The compiled rows by domain; tries every row on every finding of its domain.
final class RuleTable {

  private static final Comparator<Fired> GRAVEST_FIRST =
      Comparator.comparing((Fired fired) -> fired.row().tier())
          .reversed()
          .thenComparing(fired -> fired.row().domain())
          .thenComparingInt(Fired::index)
          .thenComparing(fired -> fired.row().says());

  private static final int JOINED = 64;

  private final Map<String, List<RowGroup>> groups;

  private RuleTable(Map<String, List<RowGroup>> groups) {
    this.groups = groups;
  }

  static RuleTable of(List<CompiledRow> rows, RowCompiler compiler) {
    Map<String, List<RowGroup>> groups = new HashMap<>();
    rows.stream()
        .collect(Collectors.groupingBy(row -> row.row().on()))
        .forEach((on, ofDomain) ->
            FactSource.named(on)
                .ifPresent(source -> groups.put(on, groups(source, ofDomain, compiler))));
    return new RuleTable(groups);
  }

  /// A joined condition must not grow without bound.
  private static List<RowGroup> groups(
      FactSource source, List<CompiledRow> rows, RowCompiler compiler) {
    List<RowGroup> groups = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += JOINED) {
      groups.add(compiler.group(source, rows.subList(from, Math.min(rows.size(), from + JOINED))));
    }
    return groups;
  }

  /// A domain that was not judged is looked at last: only then is it known whether any other gives
  /// the reason.
  List<Fired> fire(Assessments assessments, RunContext context) {
    List<Fired> fired = new ArrayList<>();
    for (Assessment<? extends Finding> assessment : assessments.all()) {
      assessment.findings().forEach(finding -> tryFinding(finding, context, fired));
      if (assessment.outcome() != Outcome.NOT_JUDGED) {
        tryAssessment(assessment, true, context, fired);
      }
    }
    boolean explained = fired.stream().anyMatch(row -> row.row().tier() != Tier.NOTE);
    for (Assessment<? extends Finding> assessment : assessments.all()) {
      if (assessment.outcome() == Outcome.NOT_JUDGED) {
        tryAssessment(assessment, explained, context, fired);
      }
    }
    fired.sort(GRAVEST_FIRST);
    return fired;
  }

  Decision decide(Assessments assessments, RunContext context, String version, String digest) {
    return decision(fire(assessments, context), version, digest);
  }

  static Decision decision(List<Fired> rows, String version, String digest) {
    List<FiredRow> fired = rows.stream().map(Fired::row).toList();
    return new Decision(verdict(fired), fired, version, digest);
  }

  private static Verdict verdict(List<FiredRow> fired) {
    Verdict verdict = Verdict.PROCEED;
    for (FiredRow row : fired) {
      switch (row.tier()) {
        case VIOLATION -> {
          return Verdict.BLOCK;
        }
        case WARNING -> verdict = Verdict.ESCALATE;
        case NOTE -> {}
      }
    }
    return verdict;
  }

  /// The rows that would keep a subject with these facts from proceeding.
  List<CompiledRow> hindering(String on, CelVariableResolver facts) {
    return groups.getOrDefault(on, List.of()).stream()
        .flatMap(group -> group.firing(facts).stream())
        .filter(row -> row.row().tier() != Tier.NOTE)
        .toList();
  }

  private void tryFinding(Finding finding, RunContext context, List<Fired> fired) {
    tryRows(
        finding.domain().toString(),
        new Subject(finding.domain(), (Record) finding, context),
        fired);
  }

  private void tryAssessment(
      Assessment<?> assessment, boolean explained, RunContext context, List<Fired> fired) {
    tryRows(
        FactSource.ANY,
        new Subject(assessment.domain(), AssessmentFacts.of(assessment, explained), context),
        fired);
  }

  private void tryRows(String on, Subject subject, List<Fired> fired) {
    for (RowGroup group : groups.getOrDefault(on, List.of())) {
      group.tryOn(subject, fired);
    }
  }
}
