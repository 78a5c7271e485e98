package dev.onboarding.allinone.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The reference: tasks that do nothing, on the same database and set up as the coordinator's.
final class BareTasks {

  private static final int TASKS = 4_000;
  private static final int THREADS = 50;
  private static final int ROUNDS = 5;

  private final Store store;

  BareTasks(Store store) {
    this.store = store;
  }

  /// How many tasks are carried out in a second: the median of some rounds, after a first one that
  /// does not count.
  double perSecond() throws InterruptedException {
    makeTable();
    try (HikariDataSource connections = store.pooled(16)) {
      carriedOut(connections);
      List<Double> rates = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        rates.add(carriedOut(connections));
      }
      return Numbers.median(rates);
    }
  }

  private static double carriedOut(HikariDataSource connections) throws InterruptedException {
    var open = new CountDownLatch(TASKS);
    OneTimeTask<Void> task =
        Tasks.oneTime("bench-step", Void.class).execute((instance, context) -> open.countDown());
    var scheduler =
        Scheduler.create(connections, List.of(task))
            .tableName("bench.scheduled_tasks")
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .threads(THREADS)
            .pollUsingLockAndFetch(0.5, 1.0)
            .pollingInterval(Duration.ofMillis(100))
            .build();
    // Due at once.
    scheduler.scheduleBatch(tasks(task), Instant.EPOCH);
    long begun = System.nanoTime();
    scheduler.start();
    try {
      if (!open.await(5, TimeUnit.MINUTES)) {
        throw new IllegalStateException("Bare tasks were not done in five minutes");
      }
      return TASKS * 1e9 / (System.nanoTime() - begun);
    } finally {
      scheduler.stop();
    }
  }

  private static List<TaskInstance<?>> tasks(OneTimeTask<Void> task) {
    return IntStream.range(0, TASKS)
        .mapToObj(i -> task.instance(String.valueOf(i)))
        .collect(Collectors.toList());
  }

  private void makeTable() {
    store
        .jdbc()
        .sql(
            """
            create table if not exists bench.scheduled_tasks
              (like scheduler.scheduled_tasks including all)\
            """)
        .update();
  }
}
