package dev.onboarding.coordinator.retention;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import dev.onboarding.agentkit.NeededTools;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.coordinator.http.StrictJson;
import dev.onboarding.coordinator.pipeline.CompanySettings;
import dev.onboarding.coordinator.pipeline.ErasureOrders;
import dev.onboarding.coordinator.pipeline.ReportSettings;
import dev.onboarding.coordinator.pipeline.SigningSettings;
import dev.onboarding.edge.audit.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Assembles retention and erasure.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionSettings.class)
public class RetentionConfiguration {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  @Bean
  ErasedRuns erasedRuns(JdbcClient jdbc) {
    return new ErasedRuns(jdbc);
  }

  @Bean
  RunFiles runFiles(JdbcClient jdbc, ReportSettings reports, Clock clock) {
    return new RunFiles(jdbc, reports.directory(), clock);
  }

  /// Needs the schema, hence the first parameter.
  @Bean
  FileSweep fileSweep(Flyway coordinatorSchema, RunFiles files, RetentionSettings settings) {
    return new FileSweep(files, settings.sweepEvery());
  }

  @Bean
  ApplyRetention applyRetention(
      JdbcClient jdbc,
      RunFiles files,
      PlatformTransactionManager transactions,
      RetentionSettings settings,
      Clock clock) {
    return new ApplyRetention(
        new OldRuns(jdbc), files, new TransactionTemplate(transactions), settings, clock);
  }

  /// One execution in the whole system, whichever node it falls to.
  @Bean
  Task<?> retention(ApplyRetention retention, RetentionSettings settings, CompanySettings company) {
    return Tasks.recurring("retention", new CronSchedule(settings.cron(), company.zone()))
        .execute((instance, context) -> retention.apply());
  }

  @Bean
  Erasures erasures(JdbcClient jdbc, JsonMapper json) {
    return new Erasures(jdbc, json);
  }

  @Bean
  AccountRuns accountRuns(JdbcClient jdbc) {
    return new AccountRuns(jdbc);
  }

  @Bean
  NeededTools erasureTools() {
    return ErasePersonalData.Provisioner.NEEDED;
  }

  @Bean
  ErasePersonalData.Provisioner erasingProvisioner(
      ToolServers servers, SigningSettings signing, Clock clock) {
    return new ErasePersonalData.Provisioner(servers, ErasureOrders.from(signing, clock), clock);
  }

  @Bean
  ErasePersonalData.Places erasedPlaces(
      JdbcClient jdbc, JsonMapper json, RunFiles files, AuditTrail trail) {
    return new ErasePersonalData.Places(
        new PersonalRows(jdbc, json), files, new AuditKeys(jdbc, trail));
  }

  @Bean
  ErasePersonalData erasePersonalData(
      Erasures erasures,
      AccountRuns runs,
      ErasePersonalData.Places places,
      ErasePersonalData.Provisioner provisioner,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new ErasePersonalData(
        erasures, runs, places, provisioner, new TransactionTemplate(transactions), clock);
  }

  @Bean
  Task<?> erasure(ErasePersonalData erase) {
    return Tasks.custom(ErasureDesk.TASK)
        // Nothing is given up: the request stands until everything is erased.
        .onFailure((failed, operations) ->
            operations.reschedule(failed, failed.getTimeDone().plus(pause(failed))))
        .onDeadExecutionRevive()
        .execute((instance, context) -> {
          erase.erase(instance.getData().erasure());
          return new CompletionHandler.OnCompleteRemove<>();
        });
  }

  private static Duration pause(ExecutionComplete failed) {
    var doubled =
        FIRST_PAUSE.multipliedBy(1L << Math.min(failed.getExecution().consecutiveFailures, 10));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  @Bean
  ErasureDesk erasureDesk(
      Erasures erasures,
      AccountRuns runs,
      Scheduler scheduler,
      PlatformTransactionManager transactions,
      TimeBasedEpochGenerator ids,
      Clock clock) {
    return new ErasureDesk(
        erasures, runs, scheduler, new TransactionTemplate(transactions), ids::generate, clock);
  }

  @Bean
  ErasureController erasureController(StrictJson json, ErasureDesk desk) {
    return new ErasureController(json, desk);
  }
}
