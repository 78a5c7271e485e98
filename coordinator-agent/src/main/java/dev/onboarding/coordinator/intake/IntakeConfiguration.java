package dev.onboarding.coordinator.intake;

import dev.onboarding.coordinator.http.StrictJson;
import dev.onboarding.coordinator.run.RunDesk;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Assembles the intake.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
public class IntakeConfiguration {

  @Bean
  Senders senders(IntakeSettings settings, Clock clock) {
    var tokens = settings.tokens();
    return new Senders(
        settings.sources(), tokens == null ? null : AccessTokens.from(tokens, clock));
  }

  @Bean
  WebhookController webhookController(
      StrictJson json, Senders senders, RunDesk desk, MeterRegistry meters, Clock clock) {
    return new WebhookController(json, senders, desk, meters, clock);
  }
}
