package dev.onboarding.provisioning.checklist;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.idempotency.KeyedCall;
import dev.onboarding.provisioning.idempotency.RecordedAnswers;
import dev.onboarding.provisioning.tenant.Tenant;
import dev.onboarding.provisioning.tenant.Tenants;
import java.time.Clock;

/// Makes a tenant's checklist from the template, once. What has already happened, such as the
/// creation of the tenant itself, is done from the start.
final class CreateChecklist {

  static final String TOOL = "tasks_create_checklist";

  private final RecordedAnswers answers;
  private final Tenants tenants;
  private final ChecklistTemplate template;
  private final Checklists checklists;
  private final Tasks tasks;
  private final SystemTasks systemTasks;
  private final Clock clock;

  CreateChecklist(
      RecordedAnswers answers,
      Tenants tenants,
      ChecklistTemplate template,
      Checklists checklists,
      Tasks tasks,
      SystemTasks systemTasks,
      Clock clock) {
    this.answers = answers;
    this.tenants = tenants;
    this.template = template;
    this.checklists = checklists;
    this.tasks = tasks;
    this.systemTasks = systemTasks;
    this.clock = clock;
  }

  /// From the server's own template.
  ChecklistRecord create(ChecklistOrder order, String key) {
    KeyedCall call = KeyedCall.of(TOOL, key, order);
    return answers.once(call, ChecklistRecord.class, () -> made(order, template));
  }

  ChecklistRecord create(ChecklistOrder order, ChecklistTemplate given, String key) {
    KeyedCall call = KeyedCall.of(TOOL, key, new FromTemplate(order, given));
    return answers.once(call, ChecklistRecord.class, () -> made(order, given));
  }

  /// What distinguishes one call from another where the template comes with it.
  private record FromTemplate(ChecklistOrder order, ChecklistTemplate template) {}

  private ChecklistRecord made(ChecklistOrder order, ChecklistTemplate from) {
    checkTenant(order);
    Checklists.Made made =
        checklists.add(order.checklist(from.version()), from.tasks(), clock.instant());
    systemTasks.settleByFacts(order.tenantId());
    return new ChecklistRecord(
        made.checklistId(),
        made.templateVersion(),
        tasks.ofTenant(order.tenantId()).stream().map(task -> task.asOf(clock.instant())).toList());
  }

  private void checkTenant(ChecklistOrder order) {
    Tenant tenant = tenants.get(order.tenantId());
    if (!tenant.accountId().equals(order.accountId())) {
      throw mismatch("account", tenant.accountId(), order.accountId(), tenant);
    }
    if (tenant.tier() != order.tier()) {
      throw mismatch("tier", tenant.tier(), order.tier(), tenant);
    }
  }

  private static FailureException mismatch(String what, Object has, Object given, Tenant tenant) {
    return new FailureException(
        new Failure(
            ErrorType.VALIDATION,
            "TENANT_MISMATCH",
            409,
            "Tenant %s has %s %s, not %s.".formatted(tenant.tenantId(), what, has, given),
            "Give the tenant's own account and tier.",
            "Caller"));
  }
}
