package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.rule.Explained;
import dev.onboarding.coordinator.rule.ExplainedRow;
import dev.onboarding.coordinator.run.Attempt;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunStores;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.FiredRow;
import java.util.List;
import java.util.Optional;

/// Explains the decision of a run from its record: the facts, what surrounded them, and the rule
/// set with which the run began.
public final class Explanations {

  private final RunStores stores;
  private final RuleSets ruleSets;
  private final Circumstances circumstances;

  Explanations(RunStores stores, RuleSets ruleSets, Circumstances circumstances) {
    this.stores = stores;
    this.ruleSets = ruleSets;
    this.circumstances = circumstances;
  }

  /// @return empty until the current attempt is decided
  public Optional<Explained> of(Run run) {
    return stores.attempts().find(run.id(), run.attempt()).flatMap(attempt -> of(run, attempt));
  }

  private Optional<Explained> of(Run run, Attempt attempt) {
    var decision = attempt.decision();
    var context = circumstances.of(run, attempt);
    var assessments = attempt.assessments();
    if (decision == null || context.isEmpty() || assessments == null) {
      return Optional.empty();
    }
    return Optional.of(
        ruleSets
            .of(decision.ruleSetDigest())
            .map(rules -> rules.explain(assessments, context.get()))
            .filter(explained -> isSame(explained.decision(), decision))
            .orElseGet(() -> new Explained(decision, context.get(), asRecorded(decision), null)));
  }

  /// Facts that were erased since no longer lead to what was decided on them.
  private static boolean isSame(Decision now, Decision recorded) {
    return now.verdict() == recorded.verdict() && rules(now).equals(rules(recorded));
  }

  private static List<String> rules(Decision decision) {
    return decision.fired().stream().map(FiredRow::rule).toList();
  }

  private static List<ExplainedRow> asRecorded(Decision decision) {
    return decision.fired().stream()
        .map(row ->
            new ExplainedRow(
                row.rule(),
                row.domain(),
                row.tier(),
                row.says(),
                row.owner(),
                row.remedy(),
                "",
                List.of(),
                List.of()))
        .toList();
  }
}
