package dev.onboarding.coordinator.rule;

import dev.onboarding.coordinator.rule.CompiledRow.Fired;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessment.Outcome;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The compiled rows by domain; tries every row on every finding of its domain.
final class RuleTable {

  private static final Comparator<Fired> GRAVEST_FIRST =
      Comparator.comparing((Fired fired) -> fired.row().tier())
          .reversed()
          .thenComparing(fired -> fired.row().domain())
          .thenComparingInt(Fired::index)
          .thenComparing(fired -> fired.row().says());

  private final Map<String, List<CompiledRow>> rows = new HashMap<>();

  RuleTable(List<CompiledRow> compiled) {
    for (CompiledRow row : compiled) {
      rows.computeIfAbsent(row.row().on(), _ -> new ArrayList<>()).add(row);
    }
  }

  /// A domain that was not judged is looked at last: only then is it known whether any other gives
  /// the reason.
  List<FiredRow> fire(Assessments assessments) {
    List<Fired> fired = new ArrayList<>();
    for (Assessment<? extends Finding> assessment : assessments.all()) {
      assessment.findings().forEach(finding -> tryFinding(finding, fired));
      if (assessment.outcome() != Outcome.NOT_JUDGED) {
        tryAssessment(assessment, true, fired);
      }
    }
    boolean explained = fired.stream().anyMatch(row -> row.row().tier() != Tier.NOTE);
    for (Assessment<? extends Finding> assessment : assessments.all()) {
      if (assessment.outcome() == Outcome.NOT_JUDGED) {
        tryAssessment(assessment, explained, fired);
      }
    }
    return fired.stream().sorted(GRAVEST_FIRST).map(Fired::row).toList();
  }

  Decision decide(Assessments assessments, String version, String digest) {
    List<FiredRow> fired = fire(assessments);
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

  private void tryFinding(Finding finding, List<Fired> fired) {
    tryRows(finding.domain().toString(), finding.domain(), (Record) finding, fired);
  }

  private void tryAssessment(Assessment<?> assessment, boolean explained, List<Fired> fired) {
    tryRows(FactSource.ANY, assessment.domain(), AssessmentFacts.of(assessment, explained), fired);
  }

  private void tryRows(String on, Domain domain, Record subject, List<Fired> fired) {
    FactSource source =
        FactSource.named(on).orElseThrow(() -> new IllegalStateException("No facts of " + on));
    Map<String, Object> facts = source.facts(subject);
    for (CompiledRow row : rows.getOrDefault(on, List.of())) {
      row.tryOn(domain, subject, facts, fired);
    }
  }
}
