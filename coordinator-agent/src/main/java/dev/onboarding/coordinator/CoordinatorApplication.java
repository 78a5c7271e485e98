package dev.onboarding.coordinator;

import dev.onboarding.agentkit.ToolServersConfiguration;
import dev.onboarding.coordinator.advice.AdviceConfiguration;
import dev.onboarding.coordinator.api.ApiConfiguration;
import dev.onboarding.coordinator.api.ProofConfiguration;
import dev.onboarding.coordinator.assistant.AssistantConfiguration;
import dev.onboarding.coordinator.batch.BatchConfiguration;
import dev.onboarding.coordinator.browser.BrowserConfiguration;
import dev.onboarding.coordinator.budget.BudgetConfiguration;
import dev.onboarding.coordinator.docusign.ConnectConfiguration;
import dev.onboarding.coordinator.effect.EffectConfiguration;
import dev.onboarding.coordinator.govern.GovernConfiguration;
import dev.onboarding.coordinator.http.HttpConfiguration;
import dev.onboarding.coordinator.intake.IntakeConfiguration;
import dev.onboarding.coordinator.operation.OperationConfiguration;
import dev.onboarding.coordinator.pipeline.PipelineConfiguration;
import dev.onboarding.coordinator.reminder.ReminderConfiguration;
import dev.onboarding.coordinator.retention.RetentionConfiguration;
import dev.onboarding.coordinator.run.RunConfiguration;
import dev.onboarding.edge.McpServerApplication;
import dev.onboarding.model.secret.Secret;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.convert.converter.Converter;

/// The coordinator as a process of its own, or as one of several in the same JVM.
@McpServerApplication
@ImportAutoConfiguration(MailSenderAutoConfiguration.class)
@Import({
  RunConfiguration.class,
  EffectConfiguration.class,
  PipelineConfiguration.class,
  AdviceConfiguration.class,
  HttpConfiguration.class,
  BrowserConfiguration.class,
  IntakeConfiguration.class,
  ConnectConfiguration.class,
  ApiConfiguration.class,
  BatchConfiguration.class,
  ReminderConfiguration.class,
  AssistantConfiguration.class,
  OperationConfiguration.class,
  BudgetConfiguration.class,
  RetentionConfiguration.class,
  GovernConfiguration.class,
  ProofConfiguration.class,
  ToolServersConfiguration.class
})
public class CoordinatorApplication {

  private static final String NAME = "coordinator-agent";

  public static void main(String[] args) {
    builder().run(args);
  }

  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(CoordinatorApplication.class)
        .properties("spring.config.name=" + NAME)
        .initializers(new RequiredSettings());
  }

  @Bean
  @ConfigurationPropertiesBinding
  static Converter<String, Secret> secrets() {
    return new SecretConverter();
  }

  /// Reads secrets from configuration; a lambda would hide the types from the conversion service.
  private static final class SecretConverter implements Converter<String, Secret> {

    @Override
    public Secret convert(String text) {
      return new Secret(text);
    }
  }
}
