package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import dev.onboarding.model.FailureException;
import org.jspecify.annotations.Nullable;

/// Asks for the customer's onboarding tasks, due by calendar days in the customer's zone, from the
/// template that was in force when the run began.
final class CreateChecklist implements Step<Checklist> {

  private final Provisioning provisioning;
  private final ChecklistTemplates templates;

  CreateChecklist(Provisioning provisioning, ChecklistTemplates templates) {
    this.provisioning = provisioning;
    this.templates = templates;
  }

  @Override
  public StepName<Checklist> name() {
    return StepNames.CHECKLIST;
  }

  @Override
  public StepResult<Checklist> perform(StepContext context) {
    var versions = context.run().versions();
    var order = order(context, versions.checklist());
    var made = provisioning.checklist(order);
    return StepResult.done(
        made.madeFrom(versions.checklist(), beside(order, made, versions.checklistShadow())));
  }

  private Provisioning.ChecklistOrder order(StepContext context, @Nullable String template) {
    var gathered = context.known().required(StepNames.GATHER);
    var account = CreateTenant.account(gathered);
    var tenant = context.known().required(StepNames.TENANT_READY);
    return new Provisioning.ChecklistOrder(
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
        template == null ? null : templates.text(template),
        context.key());
  }

  /// Whatever goes wrong with the template in the shadow stays there.
  private @Nullable ShadowChecklist beside(
      Provisioning.ChecklistOrder order, Checklist made, @Nullable String shadow) {
    if (shadow == null) {
      return null;
    }
    try {
      var planned = provisioning.preview(order.preview(templates.text(shadow)));
      return ShadowChecklist.of(shadow, made, planned);
    } catch (FailureException failed) {
      return ShadowChecklist.failed(shadow, failed.failure().errorCode());
    }
  }
}
