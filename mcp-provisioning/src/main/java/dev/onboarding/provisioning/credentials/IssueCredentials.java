package dev.onboarding.provisioning.credentials;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.credentials.SealedCredentials.Kept;
import dev.onboarding.provisioning.decision.DecidedOrder;
import dev.onboarding.provisioning.decision.SignedDecisions;
import dev.onboarding.provisioning.idempotency.KeyedCall;
import dev.onboarding.provisioning.idempotency.RecordedAnswers;
import dev.onboarding.provisioning.provisioner.Provisioner;
import dev.onboarding.provisioning.tenant.Tenant;
import dev.onboarding.provisioning.tenant.TenantIdentity;
import dev.onboarding.provisioning.tenant.TenantStatus;
import dev.onboarding.provisioning.tenant.Tenants;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.JsonNode;

/// Lets the provisioner issue credentials and puts them behind a link. The binding's id follows
/// from tenant and key, so a repeated call finds the same credentials and gives the same link.
final class IssueCredentials {

  static final String TOOL = "provision_issue_credentials";

  private final SignedDecisions decisions;
  private final RecordedAnswers answers;
  private final Tenants tenants;
  private final Provisioner provisioner;
  private final HandOver handOver;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  IssueCredentials(
      SignedDecisions decisions,
      RecordedAnswers answers,
      Tenants tenants,
      Provisioner provisioner,
      HandOver handOver,
      ApplicationEventPublisher events,
      Clock clock) {
    this.decisions = decisions;
    this.answers = answers;
    this.tenants = tenants;
    this.provisioner = provisioner;
    this.handOver = handOver;
    this.events = events;
    this.clock = clock;
  }

  /// The answer itself is not recorded, because the link is a secret: it is derived again.
  ///
  /// @param decision compact JWS of the coordinator: whoever only knows the key gets no link
  CredentialLink issue(UUID tenantId, @Nullable String decision, String key) {
    KeyedCall call = KeyedCall.of(TOOL, key, new Arguments(tenantId));
    Tenant tenant = tenants.get(tenantId);
    var verified =
        decisions.verified(decision, DecidedOrder.credentials(tenant.accountId(), tenantId));
    answers.claim(call, Object.class, decisions.spending(verified));
    UUID binding = TenantIdentity.within(tenantId, key);
    Kept kept = handOver.find(binding).orElseGet(() -> fresh(tenant, binding));
    // Said again on a repeated call: the first may have died before it was heard.
    events.publishEvent(new CredentialsIssued(tenantId, kept.issuedAt()));
    return new CredentialLink(tenantId, handOver.link(kept), kept.expiresAt());
  }

  private Kept fresh(Tenant tenant, UUID binding) {
    refuseInactive(tenant);
    JsonNode issued = provisioner.bind(tenant.tenantId(), binding, tenant.tier().plan());
    return handOver.keep(tenant.tenantId(), binding, issued, clock.instant());
  }

  private static void refuseInactive(Tenant tenant) {
    if (tenant.status() != TenantStatus.ACTIVE) {
      throw new FailureException(
          new Failure(
              ErrorType.VALIDATION,
              "TENANT_NOT_ACTIVE",
              409,
              "Tenant %s is %s, so it gets no credentials."
                  .formatted(tenant.tenantId(), tenant.status()),
              "Wait until provision_get_tenant says ACTIVE.",
              "Caller"));
    }
  }

  private record Arguments(UUID tenantId) {}
}
