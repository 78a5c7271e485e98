package dev.onboarding.coordinator.batch;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.onboarding.coordinator.run.RunPriority;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Hands searches and chunks to the scheduler, in the transaction that made them due. They stand
/// behind what people and webhooks wait for.
final class BatchQueue {

  static final TaskDescriptor<Ticket> FIND = TaskDescriptor.of("find-won-deals", Ticket.class);
  static final TaskDescriptor<Ticket> GATHER = TaskDescriptor.of("gather-chunk", Ticket.class);

  private final Supplier<Scheduler> scheduler;
  private final Clock clock;

  BatchQueue(Supplier<Scheduler> scheduler, Clock clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /// What the scheduler keeps about an execution.
  record Ticket(UUID batch, int chunk) {

    BatchId batchId() {
      return new BatchId(batch);
    }
  }

  void find(BatchId batch) {
    enqueue(FIND, batch.toString(), new Ticket(batch.value(), 0));
  }

  void gather(BatchId batch, int chunk) {
    enqueue(GATHER, batch + "/" + chunk, new Ticket(batch.value(), chunk));
  }

  private void enqueue(TaskDescriptor<Ticket> task, String instance, Ticket ticket) {
    scheduler
        .get()
        .schedule(
            task.instance(instance).data(ticket).priority(RunPriority.BATCH).build(),
            clock.instant());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.get().triggerCheckForDueExecutions();
          }
        });
  }
}
