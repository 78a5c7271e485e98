package dev.onboarding.coordinator.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.coordinator.run.DurableScheduler;
import dev.onboarding.coordinator.run.EngineSettings;
import dev.onboarding.coordinator.run.Run;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdviceQueueTests {

  private final RunningCoordinator coordinator = RunningCoordinator.shared();
  private final Advising advising = new Advising(coordinator);
  private final CountDownLatch asked = new CountDownLatch(1);
  private final AdviceQueue queue =
      new AdviceQueue(
          advising.orders(),
          advising.give(
              Advising.saying(
                  "summary",
                  run -> {
                    asked.countDown();
                    return List.of("Words.");
                  })),
          Advising.SETTINGS,
          task ->
              DurableScheduler.on(
                  coordinator.bean(DataSource.class),
                  "scheduler.advice_tasks",
                  List.of(task),
                  coordinator.bean(EngineSettings.class),
                  1),
          Clock.systemUTC());

  @AfterEach
  void stop() {
    queue.stop();
  }

  @Test
  void asksBesideTheRunWhatWasOrderedWithIt() throws Exception {
    queue.start();
    var run = decided();

    advising.transactions().executeWithoutResult(status -> queue.order(run).orElseThrow().run());

    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(waiting()).isZero();
  }

  @Test
  void forgetsTheOrderWithTheDecisionThatWasNotRecorded() {
    var run = decided();

    advising
        .transactions()
        .executeWithoutResult(status -> {
          queue.order(run).orElseThrow().run();
          status.setRollbackOnly();
        });

    assertThat(waiting()).isZero();
  }

  @Test
  void takesOneOrderForOneDecisionAndNoPlaceAmongTheRuns() {
    var run = decided();
    var runsBefore = inQueue("scheduled_tasks");

    advising
        .transactions()
        .executeWithoutResult(status -> {
          queue.order(run).orElseThrow().run();
          queue.order(run).orElseThrow().run();
        });

    assertThat(waiting()).isEqualTo(1);
    assertThat(inQueue("scheduled_tasks")).isEqualTo(runsBefore);
    coordinator.jdbc().sql("delete from scheduler.advice_tasks").update();
  }

  @Test
  void ordersNothingWhereNoModelIsConfigured() {
    var run = decided();

    assertThat(
            coordinator
                .jdbc()
                .sql("select count(*) from coordinator.advice_order where run_id = ?")
                .param(run.id().value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  private Run decided() {
    var account = "queue-" + java.util.UUID.randomUUID();
    coordinator.accounts.tell(account, Story.OVERDUE);
    var id = coordinator.rested(account, account).path("run_id").asString();
    return advising
        .stores()
        .runs()
        .find(dev.onboarding.coordinator.run.RunId.parse(id))
        .orElseThrow();
  }

  /// Once the execution that asked has ended.
  private int waiting() {
    var end = Clock.systemUTC().instant().plus(Duration.ofSeconds(20));
    while (queue.isRunning() && inQueue("advice_tasks") > 0) {
      assertThat(Clock.systemUTC().instant()).isBefore(end);
      Thread.onSpinWait();
      java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
    }
    return inQueue("advice_tasks");
  }

  private int inQueue(String table) {
    return coordinator
        .jdbc()
        .sql("select count(*) from scheduler." + table + " where task_name in ('run', 'advise')")
        .query(Integer.class)
        .single();
  }
}
