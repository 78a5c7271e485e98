package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import java.time.Duration;
import java.util.Set;

/// Looks which tenant the account has, before this run asks for one. A step of its own: once it is
/// recorded, a crash cannot make the run take its own tenant for an earlier one's.
final class LookForTenant implements Step<TenantBefore> {

  private final Provisioning provisioning;
  private final TenantClaims claims;
  private final Duration poll;

  LookForTenant(Provisioning provisioning, TenantClaims claims, Duration poll) {
    this.provisioning = provisioning;
    this.claims = claims;
    this.poll = poll;
  }

  @Override
  public StepName<TenantBefore> name() {
    return StepNames.TENANT_BEFORE;
  }

  @Override
  public Set<String> upstreams() {
    return Set.of("provisioner");
  }

  @Override
  public StepResult<TenantBefore> perform(StepContext context) {
    var account = CreateTenant.account(context.known().required(StepNames.GATHER)).accountId();
    // Claimed before it is looked: whoever held the claim has done what it does by then.
    if (!claims.take(account, context.run())) {
      return StepResult.waiting(RunState.WAITING_PROVISIONING, poll);
    }
    return StepResult.done(
        provisioning.ofAccount(account).map(TenantBefore::of).orElseGet(TenantBefore::none));
  }
}
