package dev.onboarding.provisioning.credentials;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.broker.ServiceBroker;
import dev.onboarding.provisioning.credentials.SealedCredentials.Kept;
import dev.onboarding.provisioning.idempotency.KeyedCall;
import dev.onboarding.provisioning.idempotency.RecordedAnswers;
import dev.onboarding.provisioning.tenant.Tenant;
import dev.onboarding.provisioning.tenant.TenantIdentity;
import dev.onboarding.provisioning.tenant.TenantStatus;
import dev.onboarding.provisioning.tenant.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.JsonNode;

/// Lets the provisioner issue credentials and puts them behind a link. The binding's id follows
/// from tenant and key, so a repeated call finds the same credentials and gives the same link.
final class IssueCredentials {

  static final String TOOL = "provision_issue_credentials";

  private final RecordedAnswers answers;
  private final Tenants tenants;
  private final ServiceBroker broker;
  private final SealedCredentials credentials;
  private final HandOver handOver;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  IssueCredentials(
      RecordedAnswers answers,
      Tenants tenants,
      ServiceBroker broker,
      SealedCredentials credentials,
      HandOver handOver,
      ApplicationEventPublisher events,
      Clock clock) {
    this.answers = answers;
    this.tenants = tenants;
    this.broker = broker;
    this.credentials = credentials;
    this.handOver = handOver;
    this.events = events;
    this.clock = clock;
  }

  /// The answer itself is not recorded, because the link is a secret: it is derived again.
  CredentialLink issue(UUID tenantId, String key) {
    answers.claim(KeyedCall.of(TOOL, key, new Arguments(tenantId)), Object.class);
    UUID binding = TenantIdentity.within(tenantId, key);
    Kept kept = credentials.find(binding).orElseGet(() -> fresh(active(tenantId), binding));
    // Said again on a repeated call: the first may have died before it was heard.
    events.publishEvent(new CredentialsIssued(tenantId, kept.issuedAt()));
    return new CredentialLink(tenantId, handOver.link(binding), kept.expiresAt());
  }

  private Kept fresh(Tenant tenant, UUID binding) {
    JsonNode issued = broker.bind(tenant.tenantId(), binding, tenant.tier().plan());
    Instant now = clock.instant();
    credentials.forgetExpired(now);
    handOver.keep(tenant.tenantId(), binding, issued, now);
    return credentials
        .find(binding)
        .orElseThrow(() -> new IllegalStateException("binding " + binding + " was not kept"));
  }

  private Tenant active(UUID tenantId) {
    Tenant tenant = tenants.get(tenantId);
    if (tenant.status() != TenantStatus.ACTIVE) {
      throw new FailureException(
          new Failure(
              ErrorType.VALIDATION,
              "TENANT_NOT_ACTIVE",
              409,
              "Tenant %s is %s, so it gets no credentials.".formatted(tenantId, tenant.status()),
              "Wait until provision_get_tenant says ACTIVE.",
              "Caller"));
    }
    return tenant;
  }

  private record Arguments(UUID tenantId) {}
}
