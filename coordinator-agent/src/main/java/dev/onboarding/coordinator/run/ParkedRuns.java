package dev.onboarding.coordinator.run;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The scheduler's task that tells people of a parked run, until somebody has heard of it.
public final class ParkedRuns {

  private static final Logger LOG = LoggerFactory.getLogger(ParkedRuns.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final int TRIES = 12;

  private ParkedRuns() {}

  /// Somebody who goes on with the run at the same moment has heard of it.
  private static void tell(Run parked, Consumer<Run> alert) {
    try {
      alert.accept(parked);
    } catch (LostLeaseException goesOn) {
      LOG.info("Nobody is told of parked run {}: {}", parked.id(), goesOn.getMessage());
    }
  }

  /// @param alert told of a run that is still parked; may fail, and is then told again
  public static Task<?> alerting(RunStores stores, Consumer<Run> alert) {
    return Tasks.oneTime(RunQueue.ALERT)
        .onFailure(
            FailureHandler.<RunTicket>maxRetries(TRIES)
                .withBackoff(FIRST_PAUSE)
                .then(new FailureHandler.OnFailureRetryLater<>(Duration.ofHours(6))))
        .execute((instance, context) -> {
          var ticket = instance.getData();
          stores
              .runs()
              .find(new RunId(ticket.run()))
              .filter(run -> run.state() == RunState.PARKED && run.mode() != Mode.OBSERVE)
              .filter(run -> ticket.ticket() != null && run.epoch() == ticket.ticket())
              .ifPresent(parked -> tell(parked, alert));
        });
  }
}
