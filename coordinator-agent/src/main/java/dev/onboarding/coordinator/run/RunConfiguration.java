package dev.onboarding.coordinator.run;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Assembles the engine: stores, scheduler, and the desks at which triggers and answers arrive.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
public class RunConfiguration {

  @Bean
  Flyway coordinatorSchema(DataSource dataSource) {
    return CoordinatorSchema.migrated(dataSource);
  }

  /// Needs the schema, hence the first parameter.
  @Bean
  RunStores runStores(
      Flyway coordinatorSchema,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      JsonMapper json,
      Clock clock) {
    return RunStores.on(jdbc, new TransactionTemplate(transactions), json, clock);
  }

  @Bean
  RunEngine runEngine(
      RunStores stores,
      RunQueue queue,
      Pipeline pipeline,
      EngineSettings settings,
      ObjectProvider<Pauses> pauses,
      JsonMapper json,
      Clock clock) {
    var patience =
        new Patience(
            new RetryPolicy(settings),
            pauses.getIfAvailable(() -> Pauses.NONE),
            settings.pausePoll());
    return new RunEngine(new RunBook(stores, queue), pipeline, patience, json, clock);
  }

  @Bean
  Task<?> runExecution(RunEngine engine, EngineSettings settings) {
    return RunExecution.of(engine, new RetryPolicy(settings));
  }

  /// Stopped by its lifecycle, not as a bean.
  @Bean(destroyMethod = "")
  Scheduler scheduler(DataSource dataSource, List<Task<?>> tasks, EngineSettings settings) {
    return DurableScheduler.on(dataSource, tasks, settings);
  }

  /// Starts when the whole application stands, stops before anything an execution needs is gone.
  @Bean
  SchedulerLifecycle schedulerLifecycle(Scheduler scheduler) {
    return new SchedulerLifecycle(scheduler);
  }

  /// The scheduler executes what enqueues into it, hence asked for only when it is used.
  @Bean
  RunQueue runQueue(ObjectProvider<Scheduler> scheduler, Clock clock) {
    return new RunQueue(scheduler::getObject, clock);
  }

  /// One look in the whole system, whichever node it falls to.
  @Bean
  Task<?> findForgottenRuns(
      RunStores stores, RunQueue queue, EngineSettings settings, Clock clock) {
    var runs = new ForgottenRuns(stores, queue, settings.forgottenAfter(), clock);
    return Tasks.recurring("find-forgotten-runs", FixedDelay.of(settings.forgottenAfter()))
        .execute((instance, context) -> runs.find());
  }

  @Bean
  TimeBasedEpochGenerator ids() {
    return Generators.timeBasedEpochGenerator();
  }

  @Bean
  RunDesk runDesk(
      RunStores stores,
      RunQueue queue,
      TimeBasedEpochGenerator ids,
      EngineSettings settings,
      Versions versions) {
    return new RunDesk(stores, queue, ids::generate, settings.defaultMode(), versions);
  }

  @Bean
  ApprovalDesk approvalDesk(
      RunStores stores,
      RunQueue queue,
      WakeDesk wake,
      SecondLook secondLook,
      TimeBasedEpochGenerator ids,
      Clock clock) {
    return new ApprovalDesk(stores, queue, wake, secondLook, ids::generate, clock);
  }

  @Bean
  WakeDesk wakeDesk(RunStores stores, RunQueue queue) {
    return new WakeDesk(stores, queue);
  }

  @Bean
  OperatorDesk operatorDesk(RunStores stores, RunQueue queue, Clock clock) {
    return new OperatorDesk(stores, queue, clock);
  }
}
