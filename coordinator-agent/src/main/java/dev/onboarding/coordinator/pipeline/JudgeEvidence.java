package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Attempts;
import dev.onboarding.coordinator.run.Decided;
import dev.onboarding.coordinator.run.Known;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Judges what was gathered by the table, and fixes the decision before anybody gives advice.
final class JudgeEvidence implements Step<Judged> {

  private final Judge judge;
  private final Fingerprint fingerprint;
  private final Attempts attempts;
  private final JsonMapper json;

  JudgeEvidence(Judge judge, Fingerprint fingerprint, Attempts attempts, JsonMapper json) {
    this.judge = judge;
    this.fingerprint = fingerprint;
    this.attempts = attempts;
    this.json = json;
  }

  @Override
  public StepName<Judged> name() {
    return StepNames.JUDGE;
  }

  @Override
  public boolean callsOut(Known known, Instant now) {
    return false;
  }

  @Override
  public StepResult<Judged> perform(StepContext context) {
    var gathered = context.known().required(StepNames.GATHER);
    var judgement = judge.decide(context.run(), gathered, context.now());
    return StepResult.done(
        new Judged(
            judgement.decision(),
            judgement.context(),
            fingerprint.ofFacts(gathered.assessments()),
            fingerprint.of(judgement.decision()),
            judge.shadow(context.run(), gathered, judgement.context())));
  }

  @Override
  public Optional<Runnable> alongside(StepContext context, Judged judged) {
    return Optional.of(() -> decide(context, judged));
  }

  private void decide(StepContext context, Judged judged) {
    var gathered = context.known().required(StepNames.GATHER);
    attempts.decide(
        context.run(),
        new Decided(
            gathered.assessments(),
            judged.context(),
            gathered.servers(),
            judged.findingsDigest(),
            judged.decision(),
            judged.decisionDigest(),
            judged.shadow() == null ? null : json.valueToTree(judged.shadow())));
  }
}
