package dev.onboarding.coordinator.advice;

import dev.onboarding.adviser.AdviserSettings;
import dev.onboarding.adviser.Advisers;
import dev.onboarding.adviser.ledger.PostgresLedger;
import dev.onboarding.adviser.task.AdviceTask;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.coordinator.advice.SpecialistCounsel.Specialist;
import dev.onboarding.coordinator.govern.Documents;
import dev.onboarding.coordinator.pipeline.AdviceRows;
import dev.onboarding.coordinator.pipeline.LateAdvice;
import dev.onboarding.coordinator.pipeline.ReportDesk;
import dev.onboarding.coordinator.run.DurableScheduler;
import dev.onboarding.coordinator.run.EngineSettings;
import dev.onboarding.coordinator.run.RunStores;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Assembles advice from models. Where none is configured nothing is ordered, and a run does
/// exactly what it did before there were any.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AdviserSettings.class, LateAdviceSettings.class})
public class AdviceConfiguration {

  private static final String QUEUE = "scheduler.advice_tasks";

  /// The budget of a day and of a run holds for all nodes and agents on the same database.
  @Bean(destroyMethod = "close")
  Advisers advisers(
      AdviserSettings settings,
      DataSource dataSource,
      MeterRegistry meters,
      OpenTelemetry telemetry,
      Clock clock) {
    return Advisers.of(
        settings,
        new Advisers.Surroundings(new PostgresLedger(dataSource), meters, telemetry, clock));
  }

  @Bean
  PromptDocuments promptDocuments() {
    return new PromptDocuments();
  }

  @Bean
  AdviceOrders adviceOrders(
      JdbcClient jdbc, PromptDocuments prompts, Documents documents, Clock clock) {
    return new AdviceOrders(jdbc, () -> prompts.inForce(documents), clock);
  }

  @Bean
  List<Counsel> counsels(
      Advisers advisers,
      ToolServers servers,
      PromptDocuments prompts,
      Documents documents,
      ShadowCounsel shadow) {
    return List.of(
        new AdviserCounsel(advisers.adviser(), () -> prompts.inForce(documents)),
        new SpecialistCounsel(servers, Specialist.CONTRACT),
        new SpecialistCounsel(servers, Specialist.FINANCE),
        shadow);
  }

  @Bean
  ShadowCounsel shadowCounsel(Trials trials, AdviceOrders orders, RunStores stores) {
    return new ShadowCounsel(trials, orders, stores);
  }

  @Bean
  GiveAdvice giveAdvice(
      RunStores stores,
      AdviceOrders orders,
      AdviceRows rows,
      @Qualifier("counsels") List<Counsel> counsels,
      ReportDesk reports,
      LateAdviceSettings settings,
      MeterRegistry meters) {
    return new GiveAdvice(
        stores, orders, rows, counsels, reports, settings, new AdviceMeters(meters));
  }

  @Bean
  Trials trials(Advisers advisers, RunStores stores, PromptDocuments prompts, Documents documents) {
    return new Trials(advisers, stores, prompts, documents);
  }

  @Bean
  LateAdvice lateAdvice(
      Advisers advisers,
      GiveAdvice give,
      AdviceOrders orders,
      DataSource dataSource,
      EngineSettings engine,
      LateAdviceSettings settings,
      Clock clock) {
    if (!asksSomebody(advisers)) {
      return LateAdvice.NONE;
    }
    return new AdviceQueue(
        orders,
        give,
        settings,
        task -> DurableScheduler.on(dataSource, QUEUE, List.of(task), engine, settings.threads()),
        clock);
  }

  private static boolean asksSomebody(Advisers advisers) {
    return Arrays.stream(AdviceTask.values()).anyMatch(task -> !advisers.models(task).isEmpty());
  }
}
