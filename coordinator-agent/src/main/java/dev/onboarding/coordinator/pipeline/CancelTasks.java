package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;

/// Takes [CreateChecklist] back: what is still open of the customer's tasks is cancelled.
final class CancelTasks implements Step<Undone> {

  private final Provisioning provisioning;

  CancelTasks(Provisioning provisioning) {
    this.provisioning = provisioning;
  }

  @Override
  public StepName<Undone> name() {
    return StepNames.CANCEL_TASKS;
  }

  @Override
  public StepResult<Undone> perform(StepContext context) {
    var tenant = context.known().required(StepNames.TENANT_READY).tenantId();
    var cancelled =
        provisioning.cancelTasks(tenant, "The onboarding was cancelled.", context.key());
    return StepResult.done(
        new Undone(
            cancelled
                .map(tasks -> "%d open tasks are cancelled.".formatted(tasks.tasks().size()))
                .orElse("No task had been created.")));
  }
}
