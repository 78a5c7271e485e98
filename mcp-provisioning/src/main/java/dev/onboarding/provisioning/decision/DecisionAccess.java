package dev.onboarding.provisioning.decision;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Provides the check of decisions.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DecisionProperties.class)
public class DecisionAccess {

  @Bean
  SpentDecisions spentDecisions(JdbcClient db) {
    return new SpentDecisions(db);
  }

  @Bean
  SignedDecisions signedDecisions(DecisionProperties settings, SpentDecisions spent, Clock clock) {
    return new SignedDecisions(new CheckDecision(settings, clock), spent);
  }
}
