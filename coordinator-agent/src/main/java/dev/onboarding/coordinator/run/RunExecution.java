package dev.onboarding.coordinator.run;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;

/// The scheduler's task that carries runs on: it holds no thread while a run waits, and an
/// execution of a dead node is simply started again.
public final class RunExecution {

  /// Only our own store can fail an execution; everything else is recorded on the run.
  private static final Duration STORE_UNAVAILABLE = Duration.ofSeconds(2);

  private RunExecution() {}

  public static Task<?> of(RunEngine engine) {
    return Tasks.custom(RunQueue.TASK)
        .onFailure(new OnFailureRetryLater<>(STORE_UNAVAILABLE))
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> completion(engine.advance(new RunId(instance.getData().run()))));
  }

  private static CompletionHandler<RunTicket> completion(Next next) {
    var at = next.at();
    return at == null
        ? new CompletionHandler.OnCompleteRemove<>()
        : (complete, operations) -> operations.reschedule(complete, at);
  }
}
