package dev.onboarding.coordinator.intake;

import dev.onboarding.coordinator.http.StrictJson;
import dev.onboarding.coordinator.operation.NodeDrain;
import dev.onboarding.coordinator.run.RunDesk;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Assembles the intake.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IntakeSettings.class, LimitSettings.class})
public class IntakeConfiguration {

  @Bean
  Senders senders(IntakeSettings settings, Clock clock) {
    var tokens = settings.tokens();
    return new Senders(
        settings.sources(), tokens == null ? null : AccessTokens.from(tokens, clock), clock);
  }

  @Bean
  StorePatience storePatience(LimitSettings limits) {
    return new StorePatience(limits.storePatience());
  }

  @Bean
  Intake intake(
      RunDesk desk,
      StorePatience patience,
      NodeDrain drain,
      LimitSettings limits,
      JdbcClient jdbc,
      Clock clock) {
    return new Intake(
        desk,
        new SourceRates(limits, clock),
        new Backlog(jdbc, limits.queueBound(), clock),
        patience,
        drain);
  }

  @Bean
  WebhookController webhookController(
      StrictJson json, Senders senders, Intake intake, MeterRegistry meters, Clock clock) {
    return new WebhookController(json, senders, intake, meters, clock);
  }
}
