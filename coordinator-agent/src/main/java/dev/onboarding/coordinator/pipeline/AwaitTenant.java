package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Known;
import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/// Waits until the tenant is active, holding no thread in between.
final class AwaitTenant implements Step<TenantMade> {

  private final Provisioning provisioning;
  private final CompanySettings company;

  AwaitTenant(Provisioning provisioning, CompanySettings company) {
    this.provisioning = provisioning;
    this.company = company;
  }

  @Override
  public StepName<TenantMade> name() {
    return StepNames.TENANT_READY;
  }

  @Override
  public Set<String> upstreams() {
    return Set.of("provisioner");
  }

  /// A tenant that was made at once need not be asked for.
  @Override
  public boolean callsOut(Known known, Instant now) {
    return !known.required(StepNames.TENANT).active();
  }

  @Override
  public StepResult<TenantMade> perform(StepContext context) {
    var asked = context.known().required(StepNames.TENANT);
    var tenant = asked.active() ? asked : provisioning.tenant(asked.tenantId());
    if (tenant.active()) {
      return StepResult.done(tenant);
    }
    if (!tenant.status().equals("PROVISIONING")) {
      throw stuck(
          "TENANT_" + tenant.status(),
          "The tenant is %s: %s"
              .formatted(
                  tenant.status(),
                  Objects.requireNonNullElse(tenant.statusReason(), "no reason was given.")));
    }
    if (context.now().isAfter(context.firstTried().plus(company.tenantPatience()))) {
      throw stuck("TENANT_NOT_READY", "The tenant is still being made, longer than it may take.");
    }
    return StepResult.waiting(RunState.WAITING_PROVISIONING, company.tenantPoll());
  }

  static FailureException stuck(String code, String message) {
    return new FailureException(
        new Failure(
            ErrorType.VALIDATION,
            code,
            null,
            message,
            "Look at the tenant in the provisioner; then resume the run, or cancel it and send the trigger again.",
            "IT/DevOps"));
  }
}
