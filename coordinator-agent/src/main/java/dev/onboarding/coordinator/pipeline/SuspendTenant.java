package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import java.util.Set;

/// Takes [CreateTenant] back: the tenant that this run made is suspended. One that was active
/// before the run is left alone.
final class SuspendTenant implements Step<Undone> {

  private final Provisioning provisioning;
  private final DecisionSigner signer;
  private final CompanySettings company;

  SuspendTenant(Provisioning provisioning, DecisionSigner signer, CompanySettings company) {
    this.provisioning = provisioning;
    this.signer = signer;
    this.company = company;
  }

  @Override
  public StepName<Undone> name() {
    return StepNames.SUSPEND;
  }

  @Override
  public Set<String> upstreams() {
    return Set.of("provisioner");
  }

  @Override
  public StepResult<Undone> perform(StepContext context) {
    var account = CreateTenant.account(context.known().required(StepNames.GATHER)).accountId();
    // Looked up by its account: whether it was made may not be recorded.
    var made = provisioning.ofAccount(account);
    if (made.isEmpty()) {
      return mayStillBeMade(context)
          ? StepResult.waiting(RunState.WAITING_PROVISIONING, company.tenantPoll())
          : StepResult.done(new Undone("No tenant had been made."));
    }
    var tenant = made.get();
    if (wasThereBefore(context, tenant)) {
      return StepResult.done(
          new Undone(
              "The tenant %s was active before this run and stays.".formatted(tenant.tenantId())));
    }
    return switch (tenant.status()) {
      case "PROVISIONING" -> later(context, tenant);
      case "ACTIVE" -> suspended(context, account, tenant);
      default ->
          StepResult.done(
              new Undone("The tenant %s is %s.".formatted(tenant.tenantId(), tenant.status())));
    };
  }

  /// An order of unknown outcome may be under way for as long as its decision is valid.
  private boolean mayStillBeMade(StepContext context) {
    return context.known().outcome(StepNames.TENANT).isEmpty()
        && context.now().isBefore(context.firstTried().plus(signer.validity()));
  }

  /// A tenant that stays in the making is for a person to look at.
  private StepResult<Undone> later(StepContext context, TenantMade tenant) {
    if (context.now().isAfter(context.firstTried().plus(company.tenantPatience()))) {
      throw AwaitTenant.stuck(
          "TENANT_NOT_READY",
          "The tenant %s is still %s, longer than it may take."
              .formatted(tenant.tenantId(), tenant.status()));
    }
    return StepResult.waiting(RunState.WAITING_PROVISIONING, company.tenantPoll());
  }

  private static boolean wasThereBefore(StepContext context, TenantMade tenant) {
    return context
        .known()
        .outcome(StepNames.TENANT_BEFORE)
        .filter(before -> before.wasActive(tenant))
        .isPresent();
  }

  private StepResult<Undone> suspended(StepContext context, String account, TenantMade tenant) {
    var order = SignedOrder.suspension(account, tenant.tenantId());
    var decision = signer.sign(order, context.known(), context.now());
    var now =
        provisioning.suspend(
            tenant.tenantId(), "The onboarding was cancelled.", decision, context.key());
    return now.status().equals("SUSPENDED")
        ? StepResult.done(new Undone("The tenant %s is suspended.".formatted(now.tenantId())))
        : later(context, now);
  }
}
