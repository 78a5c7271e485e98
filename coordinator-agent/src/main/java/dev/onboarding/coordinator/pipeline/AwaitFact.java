package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import dev.onboarding.model.FailureException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Waits until something that blocked the run has changed: looks whenever it is woken, and by
/// itself now and then.
final class AwaitFact implements Step<Awaited> {

  private static final Duration AFTER_OUTAGE = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(AwaitFact.class);

  private final ReadAgain again;
  private final WaitingSettings settings;

  AwaitFact(ReadAgain again, WaitingSettings settings) {
    this.again = again;
    this.settings = settings;
  }

  @Override
  public StepName<Awaited> name() {
    return StepNames.AWAIT_FACT;
  }

  @Override
  public StepResult<Awaited> perform(StepContext context) {
    if (context.tries() == 1) {
      return StepResult.waiting(RunState.WAITING_FACT, settings.look());
    }
    if (!context.now().isBefore(context.firstTried().plus(settings.factExpiry()))) {
      return StepResult.done(Awaited.timeIsUp());
    }
    try {
      return looked(context);
    } catch (FailureException notNow) {
      LOG.warn("Run {} cannot look now: {}", context.run().id(), notNow.getMessage());
      return StepResult.waiting(RunState.WAITING_FACT, AFTER_OUTAGE);
    }
  }

  private StepResult<Awaited> looked(StepContext context) {
    var look = again.look(context.known(), context.now());
    if (!look.gathered().outages().isEmpty()) {
      return StepResult.waiting(RunState.WAITING_FACT, AFTER_OUTAGE);
    }
    var changes =
        Comparison.rows(ReadAgain.shown(context.known()).decision(), look.reading().decision());
    return changes.isEmpty()
        ? StepResult.waiting(RunState.WAITING_FACT, settings.look())
        : StepResult.done(Awaited.changed(changes));
  }
}
