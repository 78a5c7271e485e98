package dev.onboarding.coordinator.run;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Hands runs to the scheduler, in the transaction that made them runnable.
public final class RunQueue {

  static final TaskDescriptor<RunTicket> TASK = TaskDescriptor.of("run", RunTicket.class);

  static final TaskDescriptor<RunTicket> ALERT =
      TaskDescriptor.of("alert-parked-run", RunTicket.class);

  private final Supplier<Scheduler> scheduler;
  private final Clock clock;

  public RunQueue(Supplier<Scheduler> scheduler, Clock clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /// The ticket makes each wake-up an execution of its own: one that is just ending cannot swallow
  /// it.
  void enqueue(Run run) {
    handOver(TASK, run, run.ticket(), run.priority());
  }

  /// Lets people be told that the run is parked.
  void alert(Run parked) {
    handOver(ALERT, parked, parked.epoch(), RunPriority.PROMPT);
  }

  private void handOver(TaskDescriptor<RunTicket> task, Run run, long number, int priority) {
    TaskInstance<?> execution =
        task.instance(run.id() + "/" + number)
            .data(new RunTicket(run.id().value(), number))
            .priority(priority)
            .build();
    // A batch is stored without asking first whether it is there; nothing has its name yet.
    scheduler.get().scheduleBatch(List.of(execution), clock.instant());
    TransactionSynchronizationManager.registerSynchronization(new LookNow(scheduler.get()));
  }

  /// What is stored cannot be seen before the commit, so the scheduler is told after it.
  private record LookNow(Scheduler scheduler) implements TransactionSynchronization {

    @Override
    public void afterCommit() {
      scheduler.triggerCheckForDueExecutions();
    }
  }
}
