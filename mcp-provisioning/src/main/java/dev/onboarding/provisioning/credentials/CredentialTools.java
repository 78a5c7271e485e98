package dev.onboarding.provisioning.credentials;

import dev.onboarding.provisioning.tenant.TenantIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;
import org.springframework.ai.mcp.annotation.McpToolParam;

/// The tool for credentials; it answers with a link and never with what lies behind it.
final class CredentialTools {

  private final IssueCredentials issue;

  CredentialTools(IssueCredentials issue) {
    this.issue = issue;
  }

  @McpTool(
      name = IssueCredentials.TOOL,
      title = "Issue API credentials",
      description =
          "Issues API credentials for an active tenant and answers with a link that shows them once,"
              + " to be passed on to the customer and to nobody else. Needs the coordinator's signed"
              + " decision for just these credentials.",
      annotations =
          @McpAnnotations(
              readOnlyHint = false,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = true),
      generateOutputSchema = true)
  CredentialLink issue(
      @McpToolParam(description = "Tenant id") String tenantId,
      @McpToolParam(description = "The coordinator's decision, a compact JWS", required = false)
          @Nullable String decision,
      @McpToolParam(description = "The same key gives the same link; a new key new credentials")
          String idempotencyKey) {
    return issue.issue(TenantIdentity.parse("tenant_id", tenantId), decision, idempotencyKey);
  }
}
