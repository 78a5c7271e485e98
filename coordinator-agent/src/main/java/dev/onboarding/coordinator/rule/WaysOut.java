package dev.onboarding.coordinator.rule;

import dev.onboarding.model.decision.RunContext;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessment.Outcome;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks for the fewest facts that would have to be others for the decision to be PROCEED, by
/// judging again with each that the rows in the way ask for changed to a value they can tell apart.
final class WaysOut {

  private final RuleTable table;
  private final Assessments assessments;
  private final RunContext context;

  WaysOut(RuleTable table, Assessments assessments, RunContext context) {
    this.table = table;
    this.assessments = assessments;
    this.context = context;
  }

  /// @return empty when nothing is in the way, or none is found
  Optional<WayOut> find() {
    Set<Domain> read = new LinkedHashSet<>();
    List<Supposed> changed = new ArrayList<>();
    for (Assessment<? extends Finding> assessment : assessments.all()) {
      assessment.findings().forEach(finding -> settle(finding, changed, read));
      if (assessment.outcome() != Outcome.NOT_JUDGED && isHindered(assessment, true)) {
        read.add(assessment.domain());
      }
    }
    // With the other reasons gone, a domain that was left out is explained by none.
    for (Assessment<? extends Finding> assessment : assessments.all()) {
      if (assessment.outcome() == Outcome.NOT_JUDGED && isHindered(assessment, false)) {
        read.add(assessment.domain());
      }
    }
    boolean nothing = changed.isEmpty() && read.isEmpty();
    return nothing || !read.stream().allMatch(this::passesOnceRead)
        ? Optional.empty()
        : Optional.of(Wording.of(table, changed, read));
  }

  /// What no change of single facts mends, such as that there is no contract, must be read anew.
  private void settle(Finding finding, List<Supposed> changed, Set<Domain> read) {
    String on = finding.domain().toString();
    FactSource source = FactSource.named(on).orElseThrow();
    var asItIs =
        new Supposed(source, new Subject(finding.domain(), (Record) finding, context), Map.of());
    if (table.hindering(on, asItIs).isEmpty()) {
      return;
    }
    Optional<Supposed> settled = new Settling(table, on).settle(asItIs);
    settled.ifPresentOrElse(changed::add, () -> read.add(finding.domain()));
  }

  private boolean isHindered(Assessment<? extends Finding> assessment, boolean explained) {
    return !table
        .hindering(
            FactSource.ANY, answer(assessment.domain(), AssessmentFacts.of(assessment, explained)))
        .isEmpty();
  }

  /// With one finding of which nothing is known yet.
  private boolean passesOnceRead(Domain domain) {
    var facts =
        new AssessmentFacts(
            domain.toString(), Outcome.JUDGED, 1, null, true, null, null, null, null, null);
    return table.hindering(FactSource.ANY, answer(domain, facts)).isEmpty();
  }

  private Supposed answer(Domain domain, AssessmentFacts facts) {
    FactSource any = FactSource.named(FactSource.ANY).orElseThrow();
    return new Supposed(any, new Subject(domain, facts, context), Map.of());
  }
}
