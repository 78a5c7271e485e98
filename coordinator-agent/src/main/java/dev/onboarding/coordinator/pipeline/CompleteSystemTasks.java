package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Known;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import java.util.List;
import java.util.Map;

/// Completes the tasks that stand for mails of ours, by what really left. The tenant and its
/// credentials are seen by the provisioning server itself.
final class CompleteSystemTasks implements Step<Checklist> {

  private static final Map<StepName<Told>, String> STANDING_FOR =
      Map.of(
          StepNames.WELCOME, "send_welcome_email", StepNames.TRAINING, "send_training_materials");

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
    var codes =
        STANDING_FOR.entrySet().stream()
            .filter(each -> left(context.known(), each.getKey()))
            .map(Map.Entry::getValue)
            .sorted()
            .toList();
    return StepResult.done(
        codes.isEmpty() ? provisioning.tasks(tenant) : completed(context, tenant, codes));
  }

  private Checklist completed(StepContext context, String tenant, List<String> codes) {
    var account = CreateTenant.account(context.known().required(StepNames.GATHER));
    var order = SignedOrder.completions(account.accountId(), tenant, codes);
    var decision = signer.sign(order, context.known(), context.now());
    return provisioning.complete(tenant, codes, decision, context.key());
  }

  private static boolean left(Known known, StepName<Told> step) {
    return known.outcome(step).filter(Told::happened).isPresent();
  }
}
