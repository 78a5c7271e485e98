package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Attempts;
import dev.onboarding.coordinator.run.Known;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import dev.onboarding.model.decision.Decision;
import java.time.Instant;
import java.util.Set;

/// Tells people of a stop, unless the attempt before ended in the same words: a system that comes
/// and goes is told of once.
final class UnlessSaid implements Step<Told> {

  private final Step<Told> telling;
  private final Attempts attempts;

  UnlessSaid(Step<Told> telling, Attempts attempts) {
    this.telling = telling;
    this.attempts = attempts;
  }

  @Override
  public StepName<Told> name() {
    return telling.name();
  }

  @Override
  public Set<String> upstreams() {
    return telling.upstreams();
  }

  @Override
  public boolean callsOut(Known known, Instant now) {
    return telling.callsOut(known, now);
  }

  @Override
  public StepResult<Told> perform(StepContext context) {
    return isSaid(context)
        ? StepResult.done(
            Told.nobody("Nothing new since the attempt before; nobody was told again."))
        : telling.perform(context);
  }

  private boolean isSaid(StepContext context) {
    Run run = context.run();
    Decision now = context.known().required(StepNames.JUDGE).decision();
    return run.attempt() > 1
        && attempts
            .find(run.id(), run.attempt() - 1)
            .map(before -> before.decision())
            .filter(before -> before.verdict() == now.verdict())
            .filter(before -> before.fired().equals(now.fired()))
            .isPresent();
  }
}
