package dev.onboarding.finance.advice;

import dev.onboarding.adviser.AdviceContext;
import dev.onboarding.adviser.TermsAdviser;
import dev.onboarding.adviser.TermsRequest;
import dev.onboarding.adviser.task.Prompts;
import dev.onboarding.model.AccountContext;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.InvoiceFinding;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Asks for notes on what was found of one account, on the budget of the run that asks.
final class AdviseInvoices {

  /// Calls that belong to no run share one budget.
  private static final String NO_RUN = "finance_advise";

  private final TermsAdviser adviser;
  private final Function<AccountContext, Assessment<InvoiceFinding>> assess;

  /// @param assess used when the caller brings no finding
  AdviseInvoices(
      TermsAdviser adviser, Function<AccountContext, Assessment<InvoiceFinding>> assess) {
    this.adviser = adviser;
    this.assess = assess;
  }

  /// @throws FailureException when what is billed could not be read
  FinanceNotes on(AccountContext account, @Nullable InvoiceFinding given) {
    var finding = given == null ? established(account) : given;
    var run = CallContext.current().run();
    return new FinanceNotes(
        account.accountId(),
        adviser.notes(
            new TermsRequest(
                FinanceTerms.of(account, finding),
                FinanceTerms.personal(account, finding),
                new AdviceContext(run == null ? NO_RUN : run, Prompts.shipped()))));
  }

  private InvoiceFinding established(AccountContext account) {
    var assessment = assess.apply(account);
    if (assessment.failure() != null) {
      throw new FailureException(assessment.failure());
    }
    return assessment.findings().stream()
        .findFirst()
        .orElseThrow(() ->
            new FailureException(
                Failure.invalid(
                    "NOTHING_FOUND",
                    "Nothing was found of account '%s'.".formatted(account.accountId()))));
  }
}
