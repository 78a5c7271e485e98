package dev.onboarding.contract.advice;

import dev.onboarding.adviser.AdviceContext;
import dev.onboarding.adviser.TermsAdviser;
import dev.onboarding.adviser.TermsRequest;
import dev.onboarding.adviser.task.Prompts;
import dev.onboarding.model.AccountContext;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.ContractFinding;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Asks for notes on what was found of one account, on the budget of the run that asks.
final class AdviseContracts {

  /// Calls that belong to no run share one budget.
  private static final String NO_RUN = "contract_advise";

  private final TermsAdviser adviser;
  private final Function<AccountContext, Assessment<ContractFinding>> assess;

  /// @param assess used when the caller brings no finding
  AdviseContracts(
      TermsAdviser adviser, Function<AccountContext, Assessment<ContractFinding>> assess) {
    this.adviser = adviser;
    this.assess = assess;
  }

  /// @throws FailureException when the key terms of contracts could not be read
  ContractNotes on(AccountContext account, @Nullable ContractFinding given) {
    var finding = given == null ? established(account) : given;
    var run = CallContext.current().run();
    return new ContractNotes(
        account.accountId(),
        adviser.notes(
            new TermsRequest(
                ContractTerms.of(account, finding),
                ContractTerms.personal(account, finding),
                new AdviceContext(run == null ? NO_RUN : run, Prompts.shipped()))));
  }

  private ContractFinding established(AccountContext account) {
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
