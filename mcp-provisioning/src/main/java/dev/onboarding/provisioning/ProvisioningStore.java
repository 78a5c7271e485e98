package dev.onboarding.provisioning;

import dev.onboarding.provisioning.idempotency.AnswerProperties;
import dev.onboarding.provisioning.idempotency.RecordedAnswers;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// The schema `provisioning`, brought up to date before anything uses it, and what is kept in it
/// for all features.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnswerProperties.class)
class ProvisioningStore {

  static final String SCHEMA = "provisioning";

  @Bean(initMethod = "migrate")
  Flyway provisioningSchema(DataSource dataSource) {
    return schema(dataSource);
  }

  static Flyway schema(DataSource dataSource) {
    return Flyway.configure()
        .dataSource(dataSource)
        .schemas(SCHEMA)
        .locations("classpath:db/provisioning")
        .load();
  }

  @Bean
  RecordedAnswers recordedAnswers(
      JdbcClient db, TransactionOperations transactions, JsonMapper json, Clock clock) {
    return new RecordedAnswers(db, transactions, json, clock);
  }
}
