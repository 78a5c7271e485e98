package dev.onboarding.coordinator.batch;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import dev.onboarding.coordinator.batch.BatchQueue.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The scheduler's tasks of batches: what a dead node had begun is begun again elsewhere, and while
/// a system is out nothing holds a thread.
final class BatchTasks {

  /// Only our own store can fail an execution, and only so that it passes.
  private static final Duration STORE_PAUSE = Duration.ofSeconds(10);

  private BatchTasks() {}

  static Task<?> find(Supplier<FindWonDeals> find) {
    return durable(BatchQueue.FIND, ticket -> find.get().find(ticket));
  }

  static Task<?> gather(Supplier<GatherChunk> gather) {
    return durable(BatchQueue.GATHER, ticket -> gather.get().gather(ticket));
  }

  /// Starts every deal won lately without a run; the moment it was due names the batch, so that one
  /// execution makes one batch, however often it is repeated.
  static Task<?> schedule(Supplier<BatchDesk> desk, BatchSettings.Schedule schedule, ZoneId zone) {
    return Tasks.recurring("start-batch", new CronSchedule(schedule.cron(), zone))
        .execute((instance, context) -> {
          var due = context.getExecution().executionTime;
          desk.get()
              .start(
                  new BatchRequest(
                      "schedule",
                      due.toString(),
                      null,
                      List.of(),
                      due.atZone(zone).toLocalDate().minusDays(schedule.days()),
                      null,
                      null));
        });
  }

  private static Task<?> durable(
      TaskDescriptor<Ticket> task, Function<Ticket, Optional<Instant>> work) {
    return Tasks.custom(task)
        .onFailure((failed, operations) ->
            operations.reschedule(failed, failed.getTimeDone().plus(STORE_PAUSE)))
        .onDeadExecutionRevive()
        .execute((instance, context) -> completion(work.apply(instance.getData()).orElse(null)));
  }

  private static CompletionHandler<Ticket> completion(@Nullable Instant again) {
    return again == null
        ? new CompletionHandler.OnCompleteRemove<>()
        : (complete, operations) -> operations.reschedule(complete, again);
  }
}
