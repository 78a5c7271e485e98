package dev.onboarding.coordinator.run;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Hands runs to the scheduler, in the transaction that made them runnable.
public final class RunQueue {

  static final TaskDescriptor<RunTicket> TASK = TaskDescriptor.of("run", RunTicket.class);

  private final Scheduler scheduler;
  private final Clock clock;

  public RunQueue(Scheduler scheduler, Clock clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /// The epoch makes each wake-up an execution of its own: one that is just ending cannot swallow
  /// it.
  void enqueue(Run run) {
    scheduler.schedule(
        TASK.instance(run.id() + "/" + run.epoch())
            .data(new RunTicket(run.id().value()))
            .priority(run.priority())
            .build(),
        clock.instant());
    TransactionSynchronizationManager.registerSynchronization(new LookNow(scheduler));
  }

  /// What is stored cannot be seen before the commit, so the scheduler is told after it.
  private record LookNow(Scheduler scheduler) implements TransactionSynchronization {

    @Override
    public void afterCommit() {
      scheduler.triggerCheckForDueExecutions();
    }
  }
}
