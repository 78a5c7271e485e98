package dev.onboarding.finance.advice;

import dev.onboarding.model.AccountContext;
import dev.onboarding.model.finding.InvoiceFinding;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;
import org.springframework.ai.mcp.annotation.McpToolParam;

/// The tool that advises on what is billed.
class FinanceAdviceTools {

  private final AdviseInvoices advise;

  FinanceAdviceTools(AdviseInvoices advise) {
    this.advise = advise;
  }

  @McpTool(
      name = "finance_advise",
      title = "Advise on invoices",
      description =
          "Notes for people on what is unusual in what is billed to an account. Advice only: no fact, no judgement, and no decision reads it. Says which model and prompt it comes from, or why there is none.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = true),
      generateOutputSchema = true)
  FinanceNotes advise(
      @McpToolParam(
              description =
                  "The account with account_id (Salesforce id), account_name, today (the day in the account's zone) and, where the CRM has them, external_key, deal and contract")
          AccountContext account,
      @McpToolParam(
              required = false,
              description =
                  "What finance_assess found of it, so that nothing is read again; without it the account is assessed first")
          @Nullable InvoiceFinding finding) {
    return advise.on(account, finding);
  }
}
