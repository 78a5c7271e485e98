package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import java.util.Set;

/// Sees whether the account is onboarded already, before anybody is asked or told to mend anything:
/// what a run decides then would be about a customer who is switched on.
final class SeeTenant implements Step<TenantBefore> {

  private final Provisioning provisioning;

  SeeTenant(Provisioning provisioning) {
    this.provisioning = provisioning;
  }

  @Override
  public StepName<TenantBefore> name() {
    return StepNames.SEE_TENANT;
  }

  @Override
  public Set<String> upstreams() {
    return Set.of("provisioner");
  }

  @Override
  public StepResult<TenantBefore> perform(StepContext context) {
    var account = CreateTenant.account(context.known().required(StepNames.GATHER)).accountId();
    return StepResult.done(
        provisioning.ofAccount(account).map(TenantBefore::of).orElseGet(TenantBefore::none));
  }
}
