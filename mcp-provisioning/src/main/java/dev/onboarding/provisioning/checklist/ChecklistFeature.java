package dev.onboarding.provisioning.checklist;

import dev.onboarding.provisioning.credentials.SealedCredentials;
import dev.onboarding.provisioning.decision.SignedDecisions;
import dev.onboarding.provisioning.idempotency.RecordedAnswers;
import dev.onboarding.provisioning.tenant.Tenants;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Puts the checklist tools together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChecklistProperties.class)
public class ChecklistFeature {

  @Bean
  ChecklistTemplate checklistTemplate(ChecklistProperties settings, ResourceLoader resources) {
    return ChecklistTemplateFile.read(resources.getResource(settings.template()));
  }

  @Bean
  Checklists checklists(JdbcClient db, JsonMapper json) {
    return new Checklists(db, json);
  }

  @Bean
  Tasks tasks(JdbcClient db) {
    return new Tasks(db);
  }

  @Bean
  SystemTasks systemTasks(Tenants tenants, SealedCredentials credentials, Tasks tasks) {
    return new SystemTasks(tenants, credentials, tasks);
  }

  @Bean
  CreateChecklist createChecklist(
      RecordedAnswers answers,
      Tenants tenants,
      ChecklistTemplate template,
      Checklists checklists,
      Tasks tasks,
      SystemTasks systemTasks,
      Clock clock) {
    return new CreateChecklist(answers, tenants, template, checklists, tasks, systemTasks, clock);
  }

  @Bean
  WorkOffTasks workOffTasks(
      SignedDecisions decisions,
      RecordedAnswers answers,
      Checklists checklists,
      Tasks tasks,
      CompletionRules completion,
      Clock clock) {
    return new WorkOffTasks(decisions, answers, checklists, tasks, completion, clock);
  }

  @Bean
  CompletionRules completionRules(Tasks tasks, SystemTasks systemTasks, Clock clock) {
    return new CompletionRules(tasks, systemTasks, clock);
  }

  @Bean
  CompleteSystemTasks completeSystemTasks(
      SignedDecisions decisions,
      RecordedAnswers answers,
      Checklists checklists,
      Tasks tasks,
      CompletionRules completion,
      Clock clock) {
    return new CompleteSystemTasks(decisions, answers, checklists, tasks, completion, clock);
  }

  @Bean
  ReadTasks readTasks(Checklists checklists, Tasks tasks, Clock clock) {
    return new ReadTasks(checklists, tasks, clock);
  }

  @Bean
  TaskTools taskTools(
      CreateChecklist create,
      WorkOffTasks workOff,
      CompleteSystemTasks completeSystem,
      Tasks tasks) {
    return new TaskTools(create, workOff, completeSystem, tasks);
  }

  @Bean
  TaskViewTools taskViewTools(ReadTasks read, ChecklistTemplate template) {
    return new TaskViewTools(read, template);
  }
}
