package dev.onboarding.salesforce.lookup;

import dev.onboarding.model.AccountReference;
import dev.onboarding.salesforce.records.RecordId;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;
import org.springframework.ai.mcp.annotation.McpToolParam;

/// The tools that read one record of the CRM.
class LookupTools {

  private final CrmRecords records;

  LookupTools(CrmRecords records) {
    this.records = records;
  }

  @McpTool(
      name = "salesforce_get_account",
      title = "Read an account",
      description =
          "One account; found is false when it does not exist, and a deleted one is returned with"
              + " is_deleted.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = true),
      generateOutputSchema = true)
  AccountLookup account(
      @McpToolParam(description = "Salesforce account id, 15 or 18 characters, or external key")
          String accountId) {
    return records.account(new AccountReference(accountId));
  }

  @McpTool(
      name = "salesforce_get_opportunity",
      title = "Read an opportunity",
      description = "One deal; is_won decides whether it is won, not the name of its stage.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = true),
      generateOutputSchema = true)
  OpportunityLookup opportunity(
      @McpToolParam(description = "Salesforce opportunity id (006…), 15 or 18 characters")
          String opportunityId) {
    return records.opportunity(RecordId.of("opportunity", "006", opportunityId));
  }

  @McpTool(
      name = "salesforce_get_user",
      title = "Read a user",
      description = "One user of the CRM, such as an account's owner.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = true),
      generateOutputSchema = true)
  UserLookup user(
      @McpToolParam(description = "Salesforce user id (005…), 15 or 18 characters") String userId) {
    return records.user(RecordId.of("user", "005", userId));
  }

  @McpTool(
      name = "salesforce_get_contract",
      title = "Read a CRM contract",
      description =
          "One contract as the CRM holds it; the signed document lies in the contract system.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = true),
      generateOutputSchema = true)
  ContractLookup contract(
      @McpToolParam(description = "Salesforce contract id (800…), 15 or 18 characters")
          String contractId) {
    return records.contract(RecordId.of("contract", "800", contractId));
  }
}
