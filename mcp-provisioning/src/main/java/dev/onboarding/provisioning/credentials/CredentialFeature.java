package dev.onboarding.provisioning.credentials;

import dev.onboarding.provisioning.decision.SignedDecisions;
import dev.onboarding.provisioning.decision.SpentDecisions;
import dev.onboarding.provisioning.idempotency.AnswerProperties;
import dev.onboarding.provisioning.idempotency.RecordedAnswers;
import dev.onboarding.provisioning.provisioner.Provisioner;
import dev.onboarding.provisioning.tenant.Tenants;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
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
  LinkBase linkBase(
      CredentialProperties settings,
      @Value("${server.address:}") String address,
      @Value("${server.port:8094}") String port) {
    return LinkBase.of(settings.linkBaseUrl(), address, port);
  }

  @Bean
  HandOver handOver(
      SealedCredentials credentials,
      CredentialProperties settings,
      LinkBase base,
      JsonMapper json,
      Clock clock) {
    return new HandOver(credentials, settings, base, json, clock);
  }

  @Bean
  IssueCredentials issueCredentials(
      SignedDecisions decisions,
      RecordedAnswers answers,
      Tenants tenants,
      Provisioner provisioner,
      HandOver handOver,
      ApplicationEventPublisher events,
      Clock clock) {
    return new IssueCredentials(decisions, answers, tenants, provisioner, handOver, events, clock);
  }

  /// One thread of its own: a round that hangs delays the next and nothing else.
  @Bean
  ThreadPoolTaskScheduler wipeRounds() {
    var scheduler = new ThreadPoolTaskScheduler();
    scheduler.setPoolSize(1);
    scheduler.setDaemon(true);
    scheduler.setThreadNamePrefix("wipe-expired-");
    return scheduler;
  }

  @Bean
  WipeExpired wipeExpired(
      SealedCredentials credentials,
      SpentDecisions decisions,
      RecordedAnswers answers,
      AnswerProperties remembered,
      ThreadPoolTaskScheduler wipeRounds,
      CredentialProperties settings,
      Clock clock) {
    return new WipeExpired(
        credentials,
        decisions,
        answers,
        remembered.keep(),
        wipeRounds,
        settings.wipeEvery(),
        clock);
  }

  @Bean
  CredentialTools credentialTools(IssueCredentials issue) {
    return new CredentialTools(issue);
  }

  @Bean
  FilterRegistrationBean<GuardCredentialPage> guardCredentialPage() {
    var filter = new FilterRegistrationBean<>(new GuardCredentialPage());
    filter.addUrlPatterns(CredentialPage.PATH + "/*");
    return filter;
  }

  @Bean
  CredentialPage credentialPage(HandOver handOver) {
    return new CredentialPage(handOver);
  }
}
