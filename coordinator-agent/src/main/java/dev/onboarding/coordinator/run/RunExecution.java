package dev.onboarding.coordinator.run;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;

/// The scheduler's task that carries runs on: it holds no thread while a run waits, and an
/// execution of a dead node is simply started again.
public final class RunExecution {

  private RunExecution() {}

  static Task<?> of(RunEngine engine, RetryPolicy retries) {
    return Tasks.custom(RunQueue.TASK)
        // Only our own store can fail an execution, and only so that it passes.
        .onFailure((failed, operations) ->
            operations.reschedule(failed, failed.getTimeDone().plus(delay(failed, retries))))
        .onDeadExecutionRevive()
        .execute((instance, context) -> completion(engine.advance(instance.getData())));
  }

  private static Duration delay(ExecutionComplete failed, RetryPolicy retries) {
    return retries.backoff(failed.getExecution().consecutiveFailures + 1);
  }

  private static CompletionHandler<RunTicket> completion(Next next) {
    var at = next.at();
    return at == null
        ? new CompletionHandler.OnCompleteRemove<>()
        : (complete, operations) -> operations.reschedule(complete, at);
  }
}
