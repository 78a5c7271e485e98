package dev.onboarding.provisioning.erasure;

import dev.onboarding.provisioning.tenant.GivenText;
import dev.onboarding.provisioning.tenant.TenantIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;
import org.springframework.ai.mcp.annotation.McpToolParam;

/// The tool for erasing personal data.
final class ErasureTools {

  private final ErasePersonalData erasure;

  ErasureTools(ErasePersonalData erasure) {
    this.erasure = erasure;
  }

  @McpTool(
      name = ErasePersonalData.TOOL,
      title = "Erase personal data",
      description =
          "Erases the names, addresses and free texts about a customer's people from the account's"
              + " tenants and tasks and lets every link to credentials lead nowhere; tenants and"
              + " tasks stay. There is no tool to undo it. Needs the coordinator's signed order for"
              + " just this account.",
      annotations =
          @McpAnnotations(
              readOnlyHint = false,
              destructiveHint = true,
              idempotentHint = true,
              openWorldHint = false),
      generateOutputSchema = true)
  ErasureRecord erase(
      @McpToolParam(description = "Salesforce account id, 15 or 18 characters") String accountId,
      @McpToolParam(description = "Why, in a sentence that names nobody") String reason,
      @McpToolParam(description = "The coordinator's order, a compact JWS", required = false)
          @Nullable String decision,
      @McpToolParam(description = "Repeating the call with the same key is harmless")
          String idempotencyKey) {
    return erasure.erase(
        TenantIdentity.salesforceId(accountId),
        GivenText.of("reason", reason, 1000, "REASON_REQUIRED"),
        decision,
        idempotencyKey);
  }
}
