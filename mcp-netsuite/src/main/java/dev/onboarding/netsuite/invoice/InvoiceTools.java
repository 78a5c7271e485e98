package dev.onboarding.netsuite.invoice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;
import org.springframework.ai.mcp.annotation.McpToolParam;

/// The tools that read invoices.
class InvoiceTools {

  private final Invoices invoices;

  InvoiceTools(Invoices invoices) {
    this.invoices = invoices;
  }

  @McpTool(
      name = "netsuite_get_invoice",
      title = "Read an invoice",
      description =
          "One invoice of the ERP with its customer, amounts in its own currency, and how it was settled. Without 'invoice' in the answer there is none.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = true),
      generateOutputSchema = true)
  InvoiceLookup invoice(
      @McpToolParam(description = "Internal id (digits), or the invoice's number")
          String invoiceId) {
    return invoices.byId(invoiceId);
  }

  @McpTool(
      name = "netsuite_get_invoices",
      title = "Read the invoices of many accounts",
      description =
          "Customers, invoices and unapplied credits of up to 200 accounts in one query. Each account has its own outcome: its lists, or a failure and no lists. An empty list is confirmed absence.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = true),
      generateOutputSchema = true)
  AccountsInvoices invoicesOfAccounts(
      @McpToolParam(
              description =
                  "1 to 200 accounts, each with account_id (Salesforce id of 15 or 18 characters) and, where known, external_key, opportunity_id and contract_id")
          List<AccountKey> accounts) {
    return invoices.ofAccounts(accounts);
  }

  @McpTool(
      name = "netsuite_list_account_invoices",
      title = "Read the invoices of an account",
      description =
          "Everything billed to one account, in one query: the matching customers, their invoices and unapplied credits, and invoices of other customers that name the deal or the contract. Empty lists are confirmed absence.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = true),
      generateOutputSchema = true)
  AccountInvoices invoicesOfAccount(
      @McpToolParam(description = "Salesforce account id, 15 or 18 characters") String accountId,
      @McpToolParam(
              description = "The account's key in other systems, if it has one",
              required = false)
          @Nullable String externalKey,
      @McpToolParam(
              description = "Salesforce id of the deal: invoices that name it are found anywhere",
              required = false)
          @Nullable String opportunityId,
      @McpToolParam(
              description =
                  "Salesforce id of the contract: invoices that name it are found anywhere",
              required = false)
          @Nullable String contractId) {
    return invoices.ofAccount(new AccountKey(accountId, externalKey, opportunityId, contractId));
  }
}
