package dev.onboarding.coordinator.run;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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
  RunEngine runEngine(RunStores stores, Pipeline pipeline, EngineSettings settings, Clock clock) {
    return new RunEngine(new RunBook(stores), pipeline, new RetryPolicy(settings), clock);
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

  @Bean
  RunQueue runQueue(Scheduler scheduler, Clock clock) {
    return new RunQueue(scheduler, clock);
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
      RunStores stores, RunQueue queue, TimeBasedEpochGenerator ids, Clock clock) {
    return new ApprovalDesk(stores, queue, ids::generate, clock);
  }
}
