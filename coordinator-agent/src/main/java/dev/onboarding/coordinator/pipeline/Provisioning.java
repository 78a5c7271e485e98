package dev.onboarding.coordinator.pipeline;

import dev.onboarding.agentkit.NeededTool;
import dev.onboarding.agentkit.NeededTools;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.model.FailureException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The provisioning server's tools, as far as runs use them. Every write carries a key.
final class Provisioning {

  private static final String SERVER = "provisioning";

  static final NeededTools NEEDED =
      NeededTools.of(
          needs("provision_create_tenant", TenantOrder.class, TenantMade.class),
          needs("provision_get_tenant", TenantQuery.class, TenantMade.class),
          needs("provision_get_tenant", AccountQuery.class, TenantMade.class),
          needs("provision_issue_credentials", CredentialsOrder.class, CredentialsLink.class),
          needs("tasks_create_checklist", ChecklistOrder.class, ChecklistAnswer.class),
          needs("tasks_complete_system", Completions.class, ChecklistAnswer.class),
          needs("provision_suspend_tenant", Suspension.class, TenantMade.class),
          needs("tasks_cancel", TasksCancellation.class, ChecklistAnswer.class)
              .without("template_version"),
          needs("tasks_list", TenantQuery.class, ChecklistAnswer.class)
              .without("template_version"));

  private final ToolServers servers;

  Provisioning(ToolServers servers) {
    this.servers = servers;
  }

  private static NeededTool needs(String tool, Class<?> question, Class<?> answer) {
    return NeededTool.of(SERVER, tool, question, answer);
  }

  TenantMade create(TenantOrder order) {
    return servers.call(SERVER, "provision_create_tenant", order, TenantMade.class).value();
  }

  TenantMade tenant(String tenantId) {
    return servers
        .call(SERVER, "provision_get_tenant", new TenantQuery(tenantId), TenantMade.class)
        .value();
  }

  /// Empty when the account never had a tenant.
  Optional<TenantMade> ofAccount(String accountId) {
    return unless(
        "TENANT_NOT_FOUND",
        () ->
            servers
                .call(SERVER, "provision_get_tenant", new AccountQuery(accountId), TenantMade.class)
                .value());
  }

  /// Empty when the server says by that code that there is none.
  private static <T> Optional<T> unless(String code, Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (FailureException failed) {
      if (failed.failure().errorCode().equals(code)) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  /// @param decision the signed decision for just these credentials
  CredentialsLink credentials(String tenantId, String decision, String key) {
    return servers
        .call(
            SERVER,
            "provision_issue_credentials",
            new CredentialsOrder(tenantId, decision, key),
            CredentialsLink.class)
        .value();
  }

  Checklist checklist(ChecklistOrder order) {
    return servers
        .call(SERVER, "tasks_create_checklist", order, ChecklistAnswer.class)
        .value()
        .checklist();
  }

  /// The tasks that a template would make; nothing is made.
  Checklist preview(ChecklistQuery query) {
    return servers
        .call(SERVER, "tasks_preview_checklist", query, ChecklistAnswer.class)
        .value()
        .checklist();
  }

  /// @param decision the signed decision for just these tasks
  /// @return all tasks of the tenant, as they stand then
  Checklist complete(String tenantId, List<String> codes, String decision, String key) {
    return servers
        .call(
            SERVER,
            "tasks_complete_system",
            new Completions(tenantId, codes, decision, key),
            ChecklistAnswer.class)
        .value()
        .checklist();
  }

  /// @param decision the signed decision for just this suspension
  TenantMade suspend(String tenantId, String reason, String decision, String key) {
    return servers
        .call(
            SERVER,
            "provision_suspend_tenant",
            new Suspension(tenantId, reason, decision, key),
            TenantMade.class)
        .value();
  }

  /// The open tasks of the tenant, which are cancelled now; empty when it never had any.
  Optional<Checklist> cancelTasks(String tenantId, String reason, String key) {
    return unless(
        "CHECKLIST_NOT_FOUND",
        () ->
            servers
                .call(
                    SERVER,
                    "tasks_cancel",
                    new TasksCancellation(tenantId, reason, key),
                    ChecklistAnswer.class)
                .value()
                .checklist());
  }

  Checklist tasks(String tenantId) {
    return servers
        .call(SERVER, "tasks_list", new TenantQuery(tenantId), ChecklistAnswer.class)
        .value()
        .checklist();
  }

  /// Asks for the account's tenant.
  ///
  /// @param decision the signed decision, without which the server refuses
  record TenantOrder(
      String accountId,
      String accountName,
      String tier,
      String environment,
      String decision,
      String idempotencyKey) {}

  /// Names a tenant by its account.
  record AccountQuery(String accountId) {}

  /// Names a tenant.
  record TenantQuery(String tenantId) {}

  /// Asks for credentials.
  record CredentialsOrder(String tenantId, String decision, String idempotencyKey) {}

  /// Where the customer fetches the credentials, once. Never recorded.
  record CredentialsLink(URI oneTimeLink, Instant expiresAt) {

    @Override
    public String toString() {
      return "CredentialsLink[***, expiresAt=" + expiresAt + "]";
    }
  }

  /// Asks for the customer's tasks.
  ///
  /// @param template as YAML; null for the server's own
  record ChecklistOrder(
      String tenantId,
      String accountId,
      String accountName,
      @Nullable String customerEmail,
      String tier,
      LocalDate startDate,
      String timeZone,
      @Nullable String template,
      String idempotencyKey) {

    ChecklistQuery preview(String other) {
      return new ChecklistQuery(tier, startDate, timeZone, other);
    }
  }

  /// Asks what a template would make.
  record ChecklistQuery(String tier, LocalDate startDate, String timeZone, String template) {}

  /// Tasks as the server tells them.
  record ChecklistAnswer(List<ChecklistTask> tasks, @Nullable String templateVersion) {

    Checklist checklist() {
      return new Checklist(tasks, templateVersion, null, null);
    }
  }

  /// Asks for the end of service.
  record Suspension(String tenantId, String reason, String decision, String idempotencyKey) {}

  /// Asks that no task of the tenant be worked on any more.
  record TasksCancellation(String tenantId, String reason, String idempotencyKey) {}

  /// Says that tasks were really done by the system.
  record Completions(String tenantId, List<String> codes, String decision, String idempotencyKey) {}
}
