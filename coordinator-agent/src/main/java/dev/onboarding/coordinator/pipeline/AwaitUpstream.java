package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import dev.onboarding.model.FailureException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Waits until the systems without which the run is blocked answer again, for a day at most.
final class AwaitUpstream implements Step<Awaited> {

  private static final Logger LOG = LoggerFactory.getLogger(AwaitUpstream.class);
  private static final int MOST_DOUBLINGS = 10;

  private final ReadAgain again;
  private final WaitingSettings settings;

  AwaitUpstream(ReadAgain again, WaitingSettings settings) {
    this.again = again;
    this.settings = settings;
  }

  @Override
  public StepName<Awaited> name() {
    return StepNames.AWAIT_UPSTREAM;
  }

  @Override
  public StepResult<Awaited> perform(StepContext context) {
    if (context.tries() > 1) {
      if (!context.now().isBefore(context.firstTried().plus(settings.upstreamPatience()))) {
        return StepResult.done(Awaited.timeIsUp());
      }
      if (answers(context)) {
        return StepResult.done(Awaited.changed(List.of("The systems that failed answer again.")));
      }
    }
    return StepResult.waiting(RunState.WAITING_UPSTREAM, delay(context.tries()));
  }

  private boolean answers(StepContext context) {
    try {
      return again.look(context.known(), context.now()).gathered().outages().isEmpty();
    } catch (FailureException notNow) {
      LOG.warn("Run {} cannot look now: {}", context.run().id(), notNow.getMessage());
      return false;
    }
  }

  private Duration delay(int tries) {
    var delay = settings.upstreamDelay().multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
    return delay.compareTo(settings.maxUpstreamDelay()) > 0 ? settings.maxUpstreamDelay() : delay;
  }
}
