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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Judges assessments by the rule set with which their run began.
final class Judge {

  private static final Logger LOG = LoggerFactory.getLogger(Judge.class);

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

  /// What the rule set decides that runs in the shadow; whatever happens to it there is written
  /// down and concerns the run in no way.
  ///
  /// @return null when none does
  @Nullable ShadowDecision shadow(Run run, Gathered gathered, RunContext context) {
    var digest = run.versions().shadow();
    if (digest == null) {
      return null;
    }
    try {
      return ruleSets
          .of(digest)
          .map(rules -> ShadowDecision.of(rules.decide(gathered.assessments(), context)))
          .orElseGet(() -> ShadowDecision.failed(digest, "not stored"));
    } catch (RuntimeException failed) {
      LOG.warn("The rule set {} in the shadow failed", digest, failed);
      return ShadowDecision.failed(digest, failed.getClass().getSimpleName());
    }
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
