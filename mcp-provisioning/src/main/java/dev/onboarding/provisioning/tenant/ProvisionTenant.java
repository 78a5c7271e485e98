package dev.onboarding.provisioning.tenant;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.decision.SignedDecisions;
import dev.onboarding.provisioning.decision.VerifiedDecision;
import dev.onboarding.provisioning.idempotency.KeyedCall;
import dev.onboarding.provisioning.idempotency.RecordedAnswers;
import dev.onboarding.provisioning.provisioner.InstanceState;
import dev.onboarding.provisioning.provisioner.Provisioner;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes an account's tenant: records the intent, asks the provisioner with no transaction open,
/// records the outcome. Of many who ask at once, one leads and the others see how far it is.
final class ProvisionTenant {

  static final String TOOL = "provision_create_tenant";

  /// Failures that leave nothing to look for: nothing was sent, or the answer is there and cannot
  /// be kept.
  private static final Set<String> ASK_AGAIN =
      Set.of(
          "CONNECT_TIMEOUT",
          "CONNECTION_REFUSED",
          "UNKNOWN_HOST",
          "TLS_FAILED",
          Provisioner.INVALID_TEXT);

  private final SignedDecisions decisions;
  private final RecordedAnswers answers;
  private final Tenants tenants;
  private final Provisioner provisioner;
  private final FollowTenant follow;
  private final LeadTenant lead;
  private final Clock clock;

  ProvisionTenant(
      SignedDecisions decisions,
      RecordedAnswers answers,
      Tenants tenants,
      Provisioner provisioner,
      FollowTenant follow,
      LeadTenant lead,
      Clock clock) {
    this.decisions = decisions;
    this.answers = answers;
    this.tenants = tenants;
    this.provisioner = provisioner;
    this.follow = follow;
    this.lead = lead;
    this.clock = clock;
  }

  /// @param decision compact JWS of the coordinator; it is no part of what the key stands for, as
  ///   it is signed afresh for each attempt
  TenantRecord create(TenantOrder order, @Nullable String decision, String key) {
    KeyedCall call = KeyedCall.of(TOOL, key, order);
    VerifiedDecision verified = decisions.verified(decision, order.decided());
    Begun begun = answers.together(() -> begun(order, call, verified));
    TenantRecord recorded = begun.recorded();
    if (recorded != null) {
      return recorded;
    }
    Tenant tenant =
        Optional.ofNullable(begun.led())
            .or(() -> lead.take(order.tenantId(), verified))
            .map(led -> ask(order, led))
            .orElseGet(() -> follow.refreshed(tenants.get(order.tenantId())));
    refuseOtherTier(tenant, order);
    TenantRecord answer = TenantRecord.of(tenant);
    if (tenant.status() == TenantStatus.ACTIVE) {
      answers.record(call, answer);
    }
    return answer;
  }

  private Begun begun(TenantOrder order, KeyedCall call, VerifiedDecision verified) {
    Optional<TenantRecord> recorded =
        answers.claim(call, TenantRecord.class, decisions.spending(verified));
    if (recorded.isPresent()) {
      return new Begun(recorded.get(), null);
    }
    Optional<Tenant> led = lead.begin(order, verified);
    if (led.isEmpty()) {
      refuseOtherTier(tenants.get(order.tenantId()), order);
    }
    return new Begun(null, led.orElse(null));
  }

  /// @param recorded the answer, when it was given before
  /// @param led the tenant, when it is new
  private record Begun(@Nullable TenantRecord recorded, @Nullable Tenant led) {}

  private Tenant ask(TenantOrder order, Tenant before) {
    try {
      if (Outcome.GIVEN_UP.equals(before.failureCode())) {
        provisioner.remove(before.tenantId(), before.tier().plan());
      }
      Tenant intended =
          before.failureCode() == null ? before : tenants.reorder(order, before.leadEpoch());
      return settled(before, provisioned(order, intended));
    } catch (FailureException failure) {
      return afterFailure(order, before, failure);
    } catch (RuntimeException bug) {
      settle(before, Outcome.open());
      throw bug;
    }
  }

  private InstanceState provisioned(TenantOrder order, Tenant intended) {
    Map<String, Object> context =
        Map.of(
            "platform", "onboarding",
            "account_id", order.accountId(),
            "environment", order.environment(),
            "instance_name", intended.accountName());
    Map<String, Object> parameters =
        Map.of(
            "account_id", order.accountId(),
            "account_name", intended.accountName(),
            "environment", order.environment(),
            "tier", order.tier().name(),
            "entitlements", order.tier().entitlements());
    return provisioner.provision(order.tenantId(), order.tier().plan(), context, parameters);
  }

  /// A refusal is final; a lost answer is looked for before it counts.
  private Tenant afterFailure(TenantOrder order, Tenant before, FailureException failure) {
    Failure why = failure.failure();
    if (why.errorType() == ErrorType.RATE_LIMIT || ASK_AGAIN.contains(why.errorCode())) {
      settle(before, Outcome.open());
      throw failure;
    }
    boolean uncertain =
        why.errorType().passesByItself() || why.errorType() == ErrorType.INDETERMINATE;
    if (!uncertain) {
      settle(before, Outcome.refused(why));
      throw failure;
    }
    InstanceState found = lookedUp(order, before, failure);
    if (found instanceof InstanceState.Absent) {
      settle(before, Outcome.refused(why));
      throw failure;
    }
    return settled(before, found);
  }

  private InstanceState lookedUp(TenantOrder order, Tenant before, FailureException lost) {
    try {
      return provisioner.lookUp(order.tenantId(), order.tier().plan());
    } catch (FailureException unknown) {
      settle(before, Outcome.open());
      unknown.addSuppressed(lost);
      throw new FailureException(
          Failure.of(
              ErrorType.INDETERMINATE,
              "RESPONSE_LOST",
              null,
              "The provisioner was asked for tenant %s and no answer came; whether it exists is not known."
                  .formatted(order.tenantId())),
          null,
          unknown);
    }
  }

  private void settle(Tenant before, Outcome outcome) {
    tenants.settle(before.tenantId(), before.leadEpoch(), outcome, clock.instant());
  }

  private Tenant settled(Tenant before, InstanceState state) {
    return follow.recorded(before, before.leadEpoch(), Outcome.ofProvisioning(state));
  }

  private static void refuseOtherTier(Tenant tenant, TenantOrder order) {
    if (tenant.tier() != order.tier() && tenant.status() != TenantStatus.FAILED) {
      throw new FailureException(
          new Failure(
              ErrorType.VALIDATION,
              "TIER_CHANGE_UNSUPPORTED",
              409,
              "Account %s has tenant %s of tier %s; changing it to %s is not supported."
                  .formatted(order.accountId(), tenant.tenantId(), tenant.tier(), order.tier()),
              "Ask for the tier the tenant has; change tiers in the provisioner by hand.",
              "Caller"));
    }
  }
}
