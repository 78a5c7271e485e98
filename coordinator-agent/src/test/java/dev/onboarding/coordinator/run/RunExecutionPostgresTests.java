package dev.onboarding.coordinator.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunExecutionPostgresTests {

  private final RunDatabase database = new RunDatabase();

  @Test
  void waitsLongerEachTimeTheStoreCannotBeUsed() {
    var asked = new Rescheduled();

    for (int failures = 0; failures < 8; failures++) {
      fail(failures, asked);
    }

    assertThat(asked.delays)
        .extracting(Duration::toSeconds)
        .containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
  }

  @SuppressWarnings("unchecked")
  private void fail(int failuresBefore, Rescheduled operations) {
    var task =
        (Task<RunTicket>)
            RunExecution.of(database.engine(List.of()), new RetryPolicy(RunDatabase.SETTINGS));
    var now = database.clock.instant();
    var execution = new Execution(now, task.instance("run"));
    execution.consecutiveFailures = failuresBefore;
    task.getFailureHandler()
        .onFailure(
            ExecutionComplete.failure(execution, now, now, new IllegalStateException("The store")),
            operations);
  }

  /// Remembers for when the execution was put off.
  private static final class Rescheduled extends ExecutionOperations<RunTicket> {

    private final List<Duration> delays = new ArrayList<>();

    private Rescheduled() {
      super(null, null, null);
    }

    @Override
    public void reschedule(ExecutionComplete completed, Instant next) {
      delays.add(Duration.between(completed.getTimeDone(), next));
    }
  }
}
