package dev.onboarding.coordinator.batch;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import dev.onboarding.agentkit.NeededTools;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.coordinator.http.StrictJson;
import dev.onboarding.coordinator.operation.NodeDrain;
import dev.onboarding.coordinator.pipeline.CompanySettings;
import dev.onboarding.coordinator.pipeline.ReadMany;
import dev.onboarding.coordinator.pipeline.RecordedEvidence;
import dev.onboarding.coordinator.run.EngineSettings;
import dev.onboarding.coordinator.run.RunDesk;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/// Assembles batches. The scheduler executes what enqueues into it, so each is asked for only when
/// it is used.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BatchSettings.class)
public class BatchConfiguration {

  /// Needs the schema, hence the first parameter.
  @Bean
  BatchStores batchStores(
      Flyway coordinatorSchema,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      JsonMapper json,
      Clock clock) {
    return BatchStores.on(jdbc, transactions, json, clock);
  }

  @Bean
  NeededTools batchTools() {
    return FindWonDeals.NEEDED;
  }

  @Bean
  BatchQueue batchQueue(ObjectProvider<Scheduler> scheduler, Clock clock) {
    return new BatchQueue(scheduler::getObject, clock);
  }

  @Bean
  BatchMeters batchMeters(MeterRegistry meters, BatchStores stores) {
    return new BatchMeters(meters, stores.items());
  }

  @Bean
  BatchDesk batchDesk(
      BatchStores stores,
      BatchQueue queue,
      TimeBasedEpochGenerator ids,
      EngineSettings engine,
      BatchSettings settings) {
    return new BatchDesk(stores, queue, ids::generate, engine.defaultMode(), settings);
  }

  @Bean
  GatherChunk gatherChunk(
      BatchStores stores,
      ReadMany reader,
      RunDesk desk,
      RecordedEvidence evidence,
      BatchSettings settings,
      BatchMeters meters,
      Clock clock) {
    var open = new OpenRuns(stores, desk, evidence, meters, clock);
    return new GatherChunk(stores, reader, open, settings, meters, clock);
  }

  @Bean
  FindWonDeals findWonDeals(
      BatchStores stores,
      ToolServers servers,
      BatchQueue queue,
      BatchSettings settings,
      Clock clock) {
    return new FindWonDeals(stores, servers, queue, settings, clock);
  }

  @Bean
  Task<?> findWonDealsOfBatch(ObjectProvider<FindWonDeals> find) {
    return BatchTasks.find(find::getObject);
  }

  @Bean
  Task<?> gatherChunkOfBatch(ObjectProvider<GatherChunk> gather) {
    return BatchTasks.gather(gather::getObject);
  }

  @Bean
  Task<?> startBatches(
      ObjectProvider<BatchDesk> desk, BatchSettings settings, CompanySettings company) {
    return BatchTasks.schedule(desk::getObject, settings.schedule(), company.zone());
  }

  @Bean
  BatchPages batchPages(BatchStores stores, JdbcClient jdbc, JsonMapper json) {
    return new BatchPages(stores, new BatchResults(jdbc, json));
  }

  @Bean
  BatchAdmission batchAdmission(JdbcClient jdbc, NodeDrain drain, BatchSettings settings) {
    return new BatchAdmission(jdbc, drain::admit, settings.queueBound());
  }

  @Bean
  BatchController batchController(
      BatchAdmission admission,
      BatchDesk desk,
      BatchPages pages,
      TimeBasedEpochGenerator ids,
      BatchSettings settings,
      JsonMapper json,
      Clock clock) {
    var form = new BatchForm(settings, ids::generate, clock);
    var reports = new BatchReports(json, clock);
    return new BatchController(
        new StrictJson(json, settings.maxBody()), form, admission, desk, pages, reports);
  }
}
