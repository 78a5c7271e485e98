package dev.onboarding.clm.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;
import org.springframework.ai.mcp.annotation.McpToolParam;

/// The tools that read contracts.
class ContractTools {

  private final Contracts contracts;

  ContractTools(Contracts contracts) {
    this.contracts = contracts;
  }

  @McpTool(
      name = "clm_get_contract",
      title = "Read the contracts of an account",
      description =
          "Every envelope, amendment and paper agreement of an account, with status, signatories, dates and key terms. An empty list is confirmed absence.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = true),
      generateOutputSchema = true)
  AccountContracts contractsOfAccount(
      @McpToolParam(description = "Salesforce account id, 15 or 18 characters") String accountId,
      @McpToolParam(
              description = "The account's external key, where envelopes carry that",
              required = false)
          @Nullable String externalKey,
      @McpToolParam(
              description = "The signature envelope that the CRM's contract names, if it names one",
              required = false)
          @Nullable String envelopeId,
      @McpToolParam(
              description = "The account's name, by which agreements on paper are found",
              required = false)
          @Nullable String accountName) {
    return contracts.ofAccount(new AccountKey(accountId, externalKey, envelopeId, accountName));
  }

  @McpTool(
      name = "clm_get_contracts",
      title = "Read the contracts of many accounts",
      description =
          "The contracts of up to 200 accounts. Each account has its own outcome: its contracts, or a failure and no contracts. An empty list is confirmed absence.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = true),
      generateOutputSchema = true)
  AccountsContracts contractsOfAccounts(
      @McpToolParam(
              description =
                  "1 to 200 accounts, each with account_id (Salesforce id of 15 or 18 characters) and, where known, external_key, envelope_id and account_name")
          List<AccountKey> accounts) {
    return contracts.ofAccounts(accounts);
  }
}
