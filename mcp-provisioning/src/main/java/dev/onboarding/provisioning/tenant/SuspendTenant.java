package dev.onboarding.provisioning.tenant;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.decision.DecidedOrder;
import dev.onboarding.provisioning.decision.SignedDecisions;
import dev.onboarding.provisioning.idempotency.KeyedCall;
import dev.onboarding.provisioning.idempotency.RecordedAnswers;
import dev.onboarding.provisioning.provisioner.Provisioner;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Switches a tenant off, for a reason that is kept.
final class SuspendTenant {

  static final String TOOL = "provision_suspend_tenant";

  private final SignedDecisions decisions;
  private final RecordedAnswers answers;
  private final Tenants tenants;
  private final Provisioner provisioner;
  private final FollowTenant follow;

  SuspendTenant(
      SignedDecisions decisions,
      RecordedAnswers answers,
      Tenants tenants,
      Provisioner provisioner,
      FollowTenant follow) {
    this.decisions = decisions;
    this.answers = answers;
    this.tenants = tenants;
    this.provisioner = provisioner;
    this.follow = follow;
  }

  /// @param decision compact JWS of the coordinator, signed for this suspension whatever the
  ///   verdict
  TenantRecord suspend(UUID tenantId, String reason, @Nullable String decision, String key) {
    KeyedCall call = KeyedCall.of(TOOL, key, new Arguments(tenantId, reason));
    Tenant known = tenants.get(tenantId);
    decisions.spend(decision, DecidedOrder.suspension(known.accountId(), tenantId), call);
    Optional<TenantRecord> recorded = answers.claim(call, TenantRecord.class);
    if (recorded.isPresent()) {
      return recorded.get();
    }
    Tenant tenant = suspended(follow.refreshed(known), reason);
    TenantRecord answer = TenantRecord.of(tenant);
    if (tenant.isSettled()) {
      answers.record(call, answer);
    }
    return answer;
  }

  private Tenant suspended(Tenant tenant, String reason) {
    return switch (tenant.status()) {
      case SUSPENDED -> tenant;
      case PROVISIONING, FAILED -> throw notActive(tenant);
      case ACTIVE -> {
        if (tenant.pending() == Tenant.Pending.SUSPEND) {
          yield tenant;
        }
        tenants.giveReason(tenant.tenantId(), reason);
        var state = provisioner.suspend(tenant.tenantId(), tenant.tier().plan());
        yield follow.recorded(tenant, tenant.leadEpoch(), Outcome.ofSuspending(state));
      }
    };
  }

  private static FailureException notActive(Tenant tenant) {
    return new FailureException(
        new Failure(
            ErrorType.VALIDATION,
            "TENANT_NOT_ACTIVE",
            409,
            "Tenant %s is %s, so there is nothing to suspend."
                .formatted(tenant.tenantId(), tenant.status()),
            "Suspend it once it is active.",
            "Caller"));
  }

  private record Arguments(UUID tenantId, String reason) {}
}
