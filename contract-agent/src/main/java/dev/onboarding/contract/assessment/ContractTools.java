package dev.onboarding.contract.assessment;

import dev.onboarding.model.AccountContext;
import java.util.List;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;
import org.springframework.ai.mcp.annotation.McpToolParam;

/// The tool that assesses contracts.
class ContractTools {

  private final AssessContracts contracts;

  ContractTools(AssessContracts contracts) {
    this.contracts = contracts;
  }

  @McpTool(
      name = "contract_assess",
      title = "Assess contracts",
      description =
          "Whether the contract of each account is in force, signed by whom, and until when. Facts only, no judgement. Each account has its own outcome: its finding, or the failure that kept it from being read. No contract is a finding that counts none.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = true),
      generateOutputSchema = true)
  ContractAssessments assess(
      @McpToolParam(
              description =
                  "1 to 200 accounts, each with account_id (Salesforce id), account_name, today (the day in the account's zone) and, where the CRM has them, external_key, deal and contract")
          List<AccountContext> accounts) {
    return contracts.of(accounts);
  }
}
