package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Known;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;

/// Completes the tasks that stand for mails of ours, by what really left. The tenant and its
/// credentials are seen by the provisioning server itself.
final class CompleteSystemTasks implements Step<Checklist> {

  private final Provisioning provisioning;
  private final DecisionSigner signer;

  CompleteSystemTasks(Provisioning provisioning, DecisionSigner signer) {
    this.provisioning = provisioning;
    this.signer = signer;
  }

  @Override
  public StepName<Checklist> name() {
    return StepNames.SYSTEM_TASKS;
  }

  @Override
  public StepResult<Checklist> perform(StepContext context) {
    var tenant = context.known().required(StepNames.TENANT_READY).tenantId();
    completeIf(context, StepNames.WELCOME, tenant, "send_welcome_email");
    completeIf(context, StepNames.TRAINING, tenant, "send_training_materials");
    return StepResult.done(provisioning.tasks(tenant));
  }

  private void completeIf(StepContext context, StepName<Told> step, String tenant, String code) {
    if (left(context.known(), step)) {
      var account = CreateTenant.account(context.known().required(StepNames.GATHER));
      var order = SignedOrder.completion(account.accountId(), tenant, code);
      var decision = signer.sign(order, context.known(), context.now());
      provisioning.complete(tenant, code, decision, context.key() + "/" + code);
    }
  }

  private static boolean left(Known known, StepName<Told> step) {
    return known.outcome(step).filter(Told::happened).isPresent();
  }
}
