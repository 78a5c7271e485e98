package dev.onboarding.coordinator.budget;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Offers what is known of limits and costs.
@Configuration(proxyBeanMethods = false)
public class BudgetConfiguration {

  @Bean
  Budgets budgets(JdbcClient jdbc) {
    return new Budgets(jdbc);
  }
}
