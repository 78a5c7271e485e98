package dev.onboarding.coordinator.run;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.onboarding.model.FailureException;
import java.time.Duration;
import java.util.Optional;
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
  ///
  /// @return when to tell again, where the channel takes the message only later
  private static Optional<Duration> tell(Run parked, Consumer<Run> alert) {
    try {
      alert.accept(parked);
      return Optional.empty();
    } catch (LostLeaseException goesOn) {
      LOG.info("Nobody is told of parked run {}: {}", parked.id(), goesOn.getMessage());
      return Optional.empty();
    } catch (FailureException failed) {
      return Optional.of(failed.retryAfter().orElseThrow(() -> failed));
    }
  }

  /// @param alert told of a run that is still parked; may fail, and is then told again
  public static Task<?> alerting(RunStores stores, Consumer<Run> alert) {
    return Tasks.custom(RunQueue.ALERT)
        .onFailure(
            FailureHandler.<RunTicket>maxRetries(TRIES)
                .withBackoff(FIRST_PAUSE)
                .then(new FailureHandler.OnFailureRetryLater<>(Duration.ofHours(6))))
        .onDeadExecutionRevive()
        .execute((instance, context) -> {
          var ticket = instance.getData();
          return stores
              .runs()
              .find(new RunId(ticket.run()))
              .filter(run -> run.state() == RunState.PARKED && run.mode() != Mode.OBSERVE)
              .filter(run -> ticket.ticket() != null && run.epoch() == ticket.ticket())
              .flatMap(parked -> tell(parked, alert))
              .<CompletionHandler<RunTicket>>map(delay ->
                  (complete, operations) ->
                      operations.reschedule(complete, complete.getTimeDone().plus(delay)))
              .orElseGet(CompletionHandler.OnCompleteRemove::new);
        });
  }
}
