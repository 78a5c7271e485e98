package dev.onboarding.finance.assessment;

import dev.onboarding.model.AccountContext;
import java.util.List;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;
import org.springframework.ai.mcp.annotation.McpToolParam;

/// The tool that assesses invoices.
class FinanceTools {

  private final AssessInvoices invoices;

  FinanceTools(AssessInvoices invoices) {
    this.invoices = invoices;
  }

  @McpTool(
      name = "finance_assess",
      title = "Assess invoices",
      description =
          "What is billed to each account for its deal, and what is paid, late and credited. Facts only, no judgement. Each account has its own outcome: its finding, or the failure that kept it from being read. No invoice is a finding that counts none.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = true),
      generateOutputSchema = true)
  InvoiceAssessments assess(
      @McpToolParam(
              description =
                  "1 to 200 accounts, each with account_id (Salesforce id), account_name, today (the day in the account's zone) and, where the CRM has them, external_key, deal and contract")
          List<AccountContext> accounts) {
    return invoices.of(accounts);
  }
}
