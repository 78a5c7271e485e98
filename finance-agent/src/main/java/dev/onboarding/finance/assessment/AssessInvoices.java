package dev.onboarding.finance.assessment;

import dev.onboarding.finance.assessment.InvoiceRead.Answered;
import dev.onboarding.finance.assessment.InvoiceRead.NotRead;
import dev.onboarding.finance.establishment.InvoiceEstablishment;
import dev.onboarding.model.AccountContext;
import dev.onboarding.model.AccountReference;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.InvoiceFinding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Assesses the invoices of one or many accounts; what happens to one account leaves the others
/// alone.
public final class AssessInvoices {

  private final ReadInvoices read;
  private final AssessmentLimits limits;

  AssessInvoices(ReadInvoices read, AssessmentLimits limits) {
    this.read = read;
    this.limits = limits;
  }

  /// @throws FailureException when there is no account, or there are more than one call may hold
  InvoiceAssessments of(List<AccountContext> accounts) {
    checkSize(accounts);
    List<AccountContext> sound = accounts.stream().filter(a -> fault(a).isEmpty()).toList();
    Map<InvoiceQuery, InvoiceRead> reads =
        read.of(sound.stream().map(InvoiceQuery::about).distinct().toList());
    return new InvoiceAssessments(
        accounts.stream()
            .map(account -> new AccountAssessment(account.accountId(), assess(account, reads)))
            .toList());
  }

  /// @throws FailureException when the account has no Salesforce id
  public Assessment<InvoiceFinding> one(AccountContext account) {
    return of(List.of(account)).assessments().getFirst().assessment();
  }

  private void checkSize(List<AccountContext> accounts) {
    if (accounts.isEmpty()) {
      throw new FailureException(
          Failure.invalid("NO_ACCOUNTS", "accounts is empty: give at least one account."));
    }
    if (accounts.size() > limits.maxAccounts()) {
      throw new FailureException(
          Failure.invalid(
              "TOO_MANY_ACCOUNTS",
              "accounts has %d entries: give at most %d in one call."
                  .formatted(accounts.size(), limits.maxAccounts())));
    }
  }

  private static Optional<Failure> fault(AccountContext account) {
    return isAccountId(account.accountId())
        ? Optional.empty()
        : Optional.of(
            Failure.invalid(
                "INVALID_ACCOUNT_ID",
                "account_id '%s' is no Salesforce account id: give its 15 or 18 characters (001…)."
                    .formatted(shortened(account.accountId()))));
  }

  private static boolean isAccountId(String id) {
    try {
      return new AccountReference(id).isSalesforceId();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }

  private static Assessment<InvoiceFinding> assess(
      AccountContext account, Map<InvoiceQuery, InvoiceRead> reads) {
    Optional<Failure> fault = fault(account);
    if (fault.isPresent()) {
      return Assessment.failed(Domain.INVOICE, fault.get());
    }
    return switch (reads.get(InvoiceQuery.about(account))) {
      case Answered(var invoices, var reading) ->
          Assessment.judged(
              Domain.INVOICE, List.of(InvoiceEstablishment.establish(account, invoices, reading)));
      case NotRead(var failure) -> Assessment.failed(Domain.INVOICE, failure);
      case null ->
          throw new IllegalStateException("Account " + account.accountId() + " was not read");
    };
  }
}
