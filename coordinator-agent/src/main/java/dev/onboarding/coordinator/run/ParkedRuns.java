package dev.onboarding.coordinator.run;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.function.Consumer;

/// The scheduler's task that tells people of a parked run, until somebody has heard of it.
public final class ParkedRuns {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final int TRIES = 12;

  private ParkedRuns() {}

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
              .filter(run -> run.state() == RunState.PARKED)
              .filter(run -> ticket.ticket() != null && run.epoch() == ticket.ticket())
              .ifPresent(alert);
        });
  }
}
