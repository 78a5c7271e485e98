package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.rule.Explained;
import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.coordinator.rule.RuleSetRefused;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.RunContext;
import dev.onboarding.model.finding.Assessments;
import java.time.Instant;
import java.util.Optional;

/// Judges assessments by the rule set with which their run began.
final class Judge {

  private final RuleSets ruleSets;
  private final Circumstances circumstances;

  Judge(RuleSets ruleSets, Circumstances circumstances) {
    this.ruleSets = ruleSets;
    this.circumstances = circumstances;
  }

  /// @throws FailureException when this node cannot read the rule set, and another one may
  Judgement decide(Run run, Gathered gathered, Instant now) {
    var context = circumstances.of(run, gathered, now);
    return new Judgement(ruleSetOf(run).decide(gathered.assessments(), context), context);
  }

  /// What is reported of a decision beside it, from what the run knows of itself; empty when an
  /// older version judged.
  Optional<Explained> explain(Run run, Assessments assessments, Judged judged) {
    var context = judged.context();
    return context == null
        ? Optional.empty()
        : Optional.of(ruleSetOf(run).explain(assessments, context));
  }

  private RuleSet ruleSetOf(Run run) {
    var digest = run.versions().ruleSetDigest();
    try {
      return ruleSets
          .of(digest)
          .orElseThrow(
              () -> new IllegalStateException("No rule set %s is stored".formatted(digest)));
    } catch (RuleSetRefused newer) {
      throw new FailureException(
          Failure.of(
              ErrorType.SERVER_ERROR,
              "RULE_SET_NOT_READABLE",
              null,
              "The rule set %s cannot be read by this version of the coordinator."
                  .formatted(run.versions().ruleSet())),
          null,
          newer);
    }
  }

  /// A decision and what it was made under, beside the findings.
  record Judgement(Decision decision, RunContext context) {}
}
