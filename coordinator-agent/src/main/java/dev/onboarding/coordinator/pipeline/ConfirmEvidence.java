package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Known;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Makes sure, before anything is made, that old evidence still holds.
final class ConfirmEvidence implements Step<Confirmed> {

  private final ReadAgain again;

  ConfirmEvidence(ReadAgain again) {
    this.again = again;
  }

  @Override
  public StepName<Confirmed> name() {
    return StepNames.CONFIRM;
  }

  @Override
  public Set<String> upstreams() {
    return EvidenceReader.UPSTREAMS;
  }

  @Override
  public boolean callsOut(Known known, Instant now) {
    return again.isDue(known, now);
  }

  @Override
  public StepResult<Confirmed> perform(StepContext context) {
    boolean due = context.callsOut();
    var differences = due ? again.differences(context.known(), context.now()) : List.<String>of();
    return StepResult.done(new Confirmed(due, differences, context.now()));
  }
}
