package dev.onboarding.provisioning.tenant;

import dev.onboarding.model.CallContext;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.decision.VerifiedDecision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Lets one caller at a time ask the provisioner for a tenant, on all nodes. The others wait for
/// what comes of it, and take over when nothing does.
final class LeadTenant {

  private final Tenants tenants;
  private final TenantProperties settings;
  private final Clock clock;
  private final Pause pause;

  LeadTenant(Tenants tenants, TenantProperties settings, Clock clock, Pause pause) {
    this.tenants = tenants;
    this.settings = settings;
    this.clock = clock;
    this.pause = pause;
  }

  /// Writes a new tenant down, led by the caller; empty when there is one already.
  Optional<Tenant> begin(TenantOrder order, VerifiedDecision decision) {
    return tenants.intend(order, decision, clock.instant(), settings.lead());
  }

  /// The tenant that the caller leads now; empty when there is nothing left to ask for.
  Optional<Tenant> take(UUID tenantId, VerifiedDecision decision) {
    Instant end = patience();
    while (true) {
      Optional<Tenant> led = tenants.lead(tenantId, decision, clock.instant(), settings.lead());
      if (led.isPresent()) {
        return led;
      }
      Tenant tenant = tenants.get(tenantId);
      if (!tenant.needsAsking()) {
        return Optional.empty();
      }
      if (tenant.isLed(clock.instant())) {
        await(tenantId, end);
      }
    }
  }

  /// Until the caller's deadline; without one, long enough to outlive a leader who died.
  private Instant patience() {
    Instant deadline = CallContext.current().deadline();
    return deadline != null ? deadline : clock.instant().plus(settings.lead().multipliedBy(2));
  }

  private void await(UUID tenantId, Instant end) {
    if (!clock.instant().plus(settings.look()).isBefore(end)) {
      throw busy(tenantId);
    }
    try {
      pause.of(settings.look());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw busy(tenantId);
    }
  }

  private static FailureException busy(UUID tenantId) {
    return new FailureException(
        new Failure(
            ErrorType.SERVER_ERROR,
            "TENANT_BUSY",
            503,
            "Another call is just asking the provisioner for tenant %s.".formatted(tenantId),
            "Call again a little later.",
            "Support Team"));
  }

  /// How time passes between two looks.
  @FunctionalInterface
  interface Pause {
    void of(Duration wait) throws InterruptedException;
  }
}
