package dev.onboarding.coordinator.operation;

import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Assembles what operators use.
@Configuration(proxyBeanMethods = false)
public class OperationConfiguration {

  /// Needs the schema, hence the first parameter.
  @Bean
  PausedUpstreams pausedUpstreams(
      Flyway coordinatorSchema,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new PausedUpstreams(jdbc, new TransactionTemplate(transactions), clock);
  }
}
