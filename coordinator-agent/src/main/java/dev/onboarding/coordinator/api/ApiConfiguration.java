package dev.onboarding.coordinator.api;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import com.github.kagkarlsson.scheduler.SchedulerName;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.coordinator.advice.Trials;
import dev.onboarding.coordinator.budget.Budgets;
import dev.onboarding.coordinator.effect.Effects;
import dev.onboarding.coordinator.http.StrictJson;
import dev.onboarding.coordinator.intake.Intake;
import dev.onboarding.coordinator.operation.NodeDrain;
import dev.onboarding.coordinator.operation.UpstreamDesk;
import dev.onboarding.coordinator.pipeline.AdviceRows;
import dev.onboarding.coordinator.pipeline.Explanations;
import dev.onboarding.coordinator.pipeline.ReportDesk;
import dev.onboarding.coordinator.retention.ErasedRuns;
import dev.onboarding.coordinator.run.ApprovalDesk;
import dev.onboarding.coordinator.run.OperatorDesk;
import dev.onboarding.coordinator.run.RunStores;
import dev.onboarding.edge.EdgeProperties;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// Assembles the interface for people.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoSettings.class)
public class ApiConfiguration {

  @Bean
  RunPages runPages(
      RunStores stores,
      Effects effects,
      ErasedRuns erased,
      AdviceRows advice,
      Explanations explanations) {
    return new RunPages(stores, effects, erased, advice, explanations);
  }

  @Bean
  Ask ask(Intake intake, TimeBasedEpochGenerator ids) {
    return new Ask(intake, ids::generate);
  }

  @Bean
  RunsController runsController(
      StrictJson json, Ask ask, RunPages pages, RunStores stores, ReportDesk reports, Clock clock) {
    return new RunsController(json, ask, pages, stores, reports, clock);
  }

  @Bean
  ApprovalController approvalController(StrictJson json, ApprovalDesk desk) {
    return new ApprovalController(json, desk);
  }

  @Bean
  TrialController trialController(StrictJson json, Trials trials) {
    return new TrialController(json, trials);
  }

  @Bean
  OrderController orderController(StrictJson json, OperatorDesk desk) {
    return new OrderController(json, desk);
  }

  @Bean
  UpstreamController upstreamController(StrictJson json, UpstreamDesk desk, Budgets budgets) {
    return new UpstreamController(json, desk, budgets);
  }

  @Bean
  BudgetController budgetController(Budgets budgets) {
    return new BudgetController(budgets);
  }

  @Bean
  NodeController nodeController(EdgeProperties server, NodeDrain drain) {
    return new NodeController(server, drain, new SchedulerName.Hostname().getName());
  }

  @Bean
  TasksController tasksController(ToolServers servers) {
    return new TasksController(servers);
  }

  /// The aliases for demonstrations; only beside a sandbox.
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnExpression("!'${onboarding.demo.sandbox-url:}'.isEmpty()")
  static class Demo {

    @Bean
    SandboxControls sandboxControls(DemoSettings settings, JsonMapper json) {
      return new SandboxControls(settings.url(), json);
    }

    @Bean
    DemoController demoController(Ask ask, SandboxControls sandbox) {
      return new DemoController(ask, sandbox);
    }
  }
}
