package dev.onboarding.provisioning.tenant;

import dev.onboarding.provisioning.provisioner.InstanceState;
import dev.onboarding.provisioning.provisioner.InstanceState.Ready;
import dev.onboarding.provisioning.provisioner.Provisioner;
import dev.onboarding.provisioning.tenant.Tenant.Pending;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;

/// Keeps a tenant that is under way in step with the provisioner, and says so when it becomes
/// active.
final class FollowTenant {

  private final Tenants tenants;
  private final Provisioner provisioner;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  FollowTenant(
      Tenants tenants, Provisioner provisioner, ApplicationEventPublisher events, Clock clock) {
    this.tenants = tenants;
    this.provisioner = provisioner;
    this.events = events;
    this.clock = clock;
  }

  /// The tenant as it is now. Asks the provisioner only about what is under way, and not while
  /// somebody else does.
  Tenant refreshed(Tenant tenant) {
    if (tenant.isSettled() || tenant.isLed(clock.instant())) {
      return tenant;
    }
    Pending pending = tenant.pending();
    if (pending == null) {
      InstanceState found = provisioner.lookUp(tenant.tenantId(), plan(tenant));
      return recorded(tenant, tenant.leadEpoch(), Outcome.ofProvisioning(found));
    }
    InstanceState state =
        provisioner.lastOperation(tenant.tenantId(), plan(tenant), tenant.operation());
    Outcome outcome =
        switch (pending) {
          case PROVISION -> Outcome.ofProvisioning(withLogin(tenant, state));
          case SUSPEND -> Outcome.ofSuspending(state);
        };
    return state instanceof InstanceState.InProgress
        ? tenant
        : recorded(tenant, tenant.leadEpoch(), outcome);
  }

  /// Records an outcome and announces a tenant that has become active through it.
  Tenant recorded(Tenant before, long epoch, Outcome outcome) {
    Tenant after = tenants.settle(before.tenantId(), epoch, outcome, clock.instant());
    Instant active = after.activatedAt();
    if (active != null && before.activatedAt() == null) {
      events.publishEvent(new TenantActivated(after.tenantId(), active));
    }
    return after;
  }

  /// The end of an operation does not carry the address; the instance does.
  private InstanceState withLogin(Tenant tenant, InstanceState state) {
    return state instanceof Ready && tenant.loginUrl() == null
        ? provisioner.lookUp(tenant.tenantId(), plan(tenant))
        : state;
  }

  private static String plan(Tenant tenant) {
    return tenant.tier().plan();
  }
}
