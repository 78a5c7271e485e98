package dev.onboarding.provisioning.tenant;

import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;
import org.springframework.ai.mcp.annotation.McpToolParam;

/// The tools for tenants.
final class TenantTools {

  private final ProvisionTenant provision;
  private final SuspendTenant suspend;
  private final FollowTenant follow;
  private final Tenants tenants;

  TenantTools(
      ProvisionTenant provision, SuspendTenant suspend, FollowTenant follow, Tenants tenants) {
    this.provision = provision;
    this.suspend = suspend;
    this.follow = follow;
    this.tenants = tenants;
  }

  @McpTool(
      name = ProvisionTenant.TOOL,
      title = "Create a tenant",
      description =
          "Creates the tenant of an account in its tier, once per account and environment. Needs the"
              + " coordinator's signed decision for just this order. PROVISIONING means that the"
              + " provisioner still works on it: ask provision_get_tenant.",
      annotations =
          @McpAnnotations(
              readOnlyHint = false,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = true),
      generateOutputSchema = true)
  TenantRecord create(
      @McpToolParam(description = "Salesforce account id, 15 or 18 characters") String accountId,
      @McpToolParam(description = "Name of the customer") String accountName,
      @McpToolParam(description = "ENTERPRISE, GROWTH or STARTER") String tier,
      @McpToolParam(description = "Where the tenant lives, for example production")
          String environment,
      @McpToolParam(description = "The coordinator's decision, a compact JWS", required = false)
          @Nullable String decision,
      @McpToolParam(description = "Repeating the call with the same key is harmless")
          String idempotencyKey) {
    return provision.create(
        TenantOrder.of(accountId, accountName, tier, environment), decision, idempotencyKey);
  }

  @McpTool(
      name = "provision_get_tenant",
      title = "Read a tenant",
      description =
          "A tenant by its id or its account, as the provisioner has it now. Give one of both.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = true),
      generateOutputSchema = true)
  TenantRecord get(
      @McpToolParam(description = "Tenant id", required = false) @Nullable String tenantId,
      @McpToolParam(description = "Salesforce account id, 15 or 18 characters", required = false)
          @Nullable String accountId) {
    if (tenantId != null) {
      return TenantRecord.of(follow.refreshed(tenants.get(parsed(tenantId))));
    }
    if (accountId != null) {
      Tenant tenant = tenants.ofAccount(TenantIdentity.salesforceId(accountId));
      return TenantRecord.of(follow.refreshed(tenant));
    }
    throw new FailureException(
        Failure.invalid("TENANT_UNNAMED", "give tenant_id or account_id: both are missing"));
  }

  @McpTool(
      name = SuspendTenant.TOOL,
      title = "Suspend a tenant",
      description =
          "Switches an active tenant off; its data stays. There is no tool to undo it. Needs the"
              + " coordinator's signed decision for just this suspension.",
      annotations =
          @McpAnnotations(
              readOnlyHint = false,
              destructiveHint = true,
              idempotentHint = true,
              openWorldHint = true),
      generateOutputSchema = true)
  TenantRecord suspend(
      @McpToolParam(description = "Tenant id") String tenantId,
      @McpToolParam(description = "Why, in a sentence") String reason,
      @McpToolParam(description = "The coordinator's decision, a compact JWS", required = false)
          @Nullable String decision,
      @McpToolParam(description = "Repeating the call with the same key is harmless")
          String idempotencyKey) {
    String why = GivenText.of("reason", reason, 500, "REASON_REQUIRED");
    return suspend.suspend(parsed(tenantId), why, decision, idempotencyKey);
  }

  private static UUID parsed(String tenantId) {
    return TenantIdentity.parse("tenant_id", tenantId);
  }
}
