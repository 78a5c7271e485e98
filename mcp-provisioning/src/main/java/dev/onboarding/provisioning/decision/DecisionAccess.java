package dev.onboarding.provisioning.decision;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Provides the check of decisions.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DecisionProperties.class)
public class DecisionAccess {

  @Bean
  SignedDecisions signedDecisions(DecisionProperties settings, Clock clock) {
    return new SignedDecisions(settings, clock);
  }
}
