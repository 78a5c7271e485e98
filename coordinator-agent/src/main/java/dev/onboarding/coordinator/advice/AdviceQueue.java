package dev.onboarding.coordinator.advice;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.onboarding.coordinator.pipeline.LateAdvice;
import dev.onboarding.coordinator.run.Run;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The orders for advice, in a queue that no run stands in, with a scheduler that no run needs.
final class AdviceQueue implements LateAdvice, SmartLifecycle {

  private static final TaskDescriptor<AdviceTicket> TASK =
      TaskDescriptor.of("advise", AdviceTicket.class);

  private final AdviceOrders orders;
  private final Scheduler scheduler;
  private final Clock clock;
  private volatile boolean running;

  /// @param scheduler how a scheduler is made for the task
  AdviceQueue(
      AdviceOrders orders,
      GiveAdvice give,
      LateAdviceSettings settings,
      Function<Task<?>, Scheduler> scheduler,
      Clock clock) {
    this.orders = orders;
    this.scheduler = scheduler.apply(task(give, settings, clock));
    this.clock = clock;
  }

  private static Task<?> task(GiveAdvice give, LateAdviceSettings settings, Clock clock) {
    return Tasks.custom(TASK)
        // Only our own store can fail it; how often it is begun is counted with the order.
        .onFailure((failed, operations) ->
            operations.reschedule(failed, failed.getTimeDone().plus(settings.retryDelay())))
        .onDeadExecutionRevive()
        .execute((instance, context) -> {
          give.give(instance.getData(), clock);
          return new CompletionHandler.OnCompleteRemove<>();
        });
  }

  @Override
  public Optional<Runnable> order(Run run) {
    return Optional.of(() -> enter(run));
  }

  private void enter(Run run) {
    if (!orders.add(run)) {
      return;
    }
    scheduler.schedule(
        TASK.instance(run.id() + "/" + run.attempt())
            .data(new AdviceTicket(run.id().value(), run.attempt()))
            .priority(run.priority())
            .build(),
        clock.instant());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.triggerCheckForDueExecutions();
          }
        });
  }

  /// A node that is drained asks no more models either.
  @EventListener
  void standing(AvailabilityChangeEvent<ReadinessState> change) {
    if (change.getState() == ReadinessState.REFUSING_TRAFFIC) {
      scheduler.pause();
    } else {
      scheduler.resume();
    }
  }

  @Override
  public void start() {
    scheduler.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    scheduler.stop();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
