package dev.onboarding.provisioning.tenant;

import dev.onboarding.provisioning.decision.SignedDecisions;
import dev.onboarding.provisioning.idempotency.RecordedAnswers;
import dev.onboarding.provisioning.provisioner.Provisioner;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Puts the tenant tools together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TenantProperties.class)
public class TenantFeature {

  @Bean
  Tenants tenants(JdbcClient db) {
    return new Tenants(db);
  }

  @Bean
  FollowTenant followTenant(
      Tenants tenants, Provisioner provisioner, ApplicationEventPublisher events, Clock clock) {
    return new FollowTenant(tenants, provisioner, events, clock);
  }

  @Bean
  ProvisionTenant provisionTenant(
      SignedDecisions decisions,
      RecordedAnswers answers,
      Tenants tenants,
      Provisioner provisioner,
      FollowTenant follow,
      LeadTenant lead,
      Clock clock) {
    return new ProvisionTenant(decisions, answers, tenants, provisioner, follow, lead, clock);
  }

  @Bean
  LeadTenant leadTenant(Tenants tenants, TenantProperties settings, Clock clock) {
    return new LeadTenant(tenants, settings, clock, Thread::sleep);
  }

  @Bean
  SuspendTenant suspendTenant(
      SignedDecisions decisions,
      RecordedAnswers answers,
      Tenants tenants,
      Provisioner provisioner,
      FollowTenant follow) {
    return new SuspendTenant(decisions, answers, tenants, provisioner, follow);
  }

  @Bean
  TenantTools tenantTools(
      ProvisionTenant provision, SuspendTenant suspend, FollowTenant follow, Tenants tenants) {
    return new TenantTools(provision, suspend, follow, tenants);
  }
}
