package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;

/// Asks for the customer's onboarding tasks, due by calendar days in the customer's zone.
final class CreateChecklist implements Step<Checklist> {

  private final Provisioning provisioning;

  CreateChecklist(Provisioning provisioning) {
    this.provisioning = provisioning;
  }

  @Override
  public StepName<Checklist> name() {
    return StepNames.CHECKLIST;
  }

  @Override
  public StepResult<Checklist> perform(StepContext context) {
    var gathered = context.known().required(StepNames.GATHER);
    var account = CreateTenant.account(gathered);
    var tenant = context.known().required(StepNames.TENANT_READY);
    return StepResult.done(
        provisioning.checklist(
            new Provisioning.ChecklistOrder(
                tenant.tenantId(),
                account.accountId(),
                account.accountName(),
                gathered.customers().stream()
                    .findFirst()
                    .map(person -> person.address().value())
                    .orElse(null),
                tenant.tier(),
                // From the first try: a repeated call must ask for the same.
                context.firstTried().atZone(gathered.zone()).toLocalDate(),
                gathered.zone().getId(),
                context.key())));
  }
}
