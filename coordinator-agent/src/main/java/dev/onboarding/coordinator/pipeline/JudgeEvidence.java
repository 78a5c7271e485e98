package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Attempts;
import dev.onboarding.coordinator.run.Known;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import java.time.Instant;

/// Judges what was gathered by the table, and fixes the decision before anybody gives advice.
final class JudgeEvidence implements Step<Judged> {

  private final Judge judge;
  private final Fingerprint fingerprint;
  private final Attempts attempts;

  JudgeEvidence(Judge judge, Fingerprint fingerprint, Attempts attempts) {
    this.judge = judge;
    this.fingerprint = fingerprint;
    this.attempts = attempts;
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
            fingerprint.of(judgement.decision())));
  }

  @Override
  public void alsoRecord(StepContext context, Judged judged) {
    attempts.decide(
        context.run(),
        context.known().required(StepNames.GATHER).assessments(),
        judged.context(),
        judged.findingsDigest(),
        judged.decision(),
        judged.decisionDigest());
  }
}
