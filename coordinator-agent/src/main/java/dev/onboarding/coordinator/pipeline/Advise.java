package dev.onboarding.coordinator.pipeline;

import dev.onboarding.adviser.Advice;
import dev.onboarding.adviser.AdviceRequest;
import dev.onboarding.adviser.FallbackAdviser;
import dev.onboarding.coordinator.run.Known;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Gives the first advice on the decision, which asks nobody and takes no time, and orders the
/// models' advice for later. People read it, no later step's condition does.
final class Advise implements Step<Advice> {

  private final FallbackAdviser adviser;
  private final LateAdvice late;

  Advise(FallbackAdviser adviser, LateAdvice late) {
    this.adviser = adviser;
    this.late = late;
  }

  @Override
  public StepName<Advice> name() {
    return StepNames.ADVISE;
  }

  @Override
  public boolean callsOut(Known known, Instant now) {
    return false;
  }

  @Override
  public StepResult<Advice> perform(StepContext context) {
    var known = context.known();
    return StepResult.done(
        adviser.advise(
            new AdviceRequest(
                known.required(StepNames.JUDGE).decision(),
                known.required(StepNames.GATHER).assessments(),
                List.of())));
  }

  @Override
  public Optional<Runnable> alongside(StepContext context, Advice advice) {
    return late.order(context.run());
  }
}
