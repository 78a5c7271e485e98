package dev.onboarding.provisioning.credentials;

import dev.onboarding.provisioning.broker.ServiceBroker;
import dev.onboarding.provisioning.decision.SignedDecisions;
import dev.onboarding.provisioning.idempotency.RecordedAnswers;
import dev.onboarding.provisioning.tenant.Tenants;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Puts the handing over of credentials together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CredentialProperties.class)
public class CredentialFeature {

  @Bean
  SealedCredentials sealedCredentials(JdbcClient db) {
    return new SealedCredentials(db);
  }

  @Bean
  HandOver handOver(
      SealedCredentials credentials, CredentialProperties settings, JsonMapper json, Clock clock) {
    return new HandOver(credentials, settings, json, clock);
  }

  @Bean
  IssueCredentials issueCredentials(
      SignedDecisions decisions,
      RecordedAnswers answers,
      Tenants tenants,
      ServiceBroker broker,
      HandOver handOver,
      ApplicationEventPublisher events,
      Clock clock) {
    return new IssueCredentials(decisions, answers, tenants, broker, handOver, events, clock);
  }

  @Bean
  CredentialTools credentialTools(IssueCredentials issue) {
    return new CredentialTools(issue);
  }

  @Bean
  CredentialPage credentialPage(HandOver handOver) {
    return new CredentialPage(handOver);
  }
}
