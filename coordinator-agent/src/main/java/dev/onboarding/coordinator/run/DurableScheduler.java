package dev.onboarding.coordinator.run;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/// How db-scheduler is set up here; each setting with its reason.
public final class DurableScheduler {

  private static final int MISSED_HEARTBEATS = 4;

  private DurableScheduler() {}

  static Scheduler on(DataSource dataSource, List<Task<?>> tasks, EngineSettings settings) {
    return on(dataSource, "scheduler.scheduled_tasks", tasks, settings, settings.threads());
  }

  /// A scheduler with a queue and threads of its own; for the rest like that of the runs.
  ///
  /// @param table of the queue, with its schema
  public static Scheduler on(
      DataSource dataSource,
      String table,
      List<Task<?>> tasks,
      EngineSettings settings,
      int threads) {
    // The proxy makes scheduling join the transaction that stores the run.
    var builder =
        Scheduler.create(
            new TransactionAwareDataSourceProxy(dataSource),
            tasks.stream().filter(task -> !(task instanceof OnStartup)).toList());
    tasks.stream()
        .filter(OnStartup.class::isInstance)
        .forEach(task -> startOnStartup(builder, task));
    return builder
        .tableName(table)
        // Rows outlive versions of classes, so nothing is stored by Java serialization.
        .serializer(new Jackson3Serializer())
        // Each execution waits on the network most of its time and costs no platform thread.
        .executorService(Executors.newVirtualThreadPerTaskExecutor())
        .threads(threads)
        // Never above 1.0: a picked execution that only queues has no heartbeat and could run
        // twice.
        .pollUsingLockAndFetch(0.5, 1.0)
        .pollingInterval(settings.pollInterval())
        // A dead node's runs are taken over after four missed heartbeats, not after half an hour.
        .heartbeatInterval(settings.heartbeat())
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        // A new run starts at once instead of at the next poll.
        .enableImmediateExecution()
        // People and webhooks go before batches.
        .enablePriority()
        .alwaysPersistTimestampInUTC()
        .shutdownMaxWait(settings.shutdownPatience())
        .failureLogging(LogLevel.WARN, false)
        .build();
  }

  /// Kinds that know by themselves whether there is something to start.
  @SuppressWarnings("unchecked")
  private static <T extends Task<?> & OnStartup> void startOnStartup(
      SchedulerBuilder builder, Task<?> task) {
    builder.startTasks(List.of((T) task));
  }
}
