package dev.onboarding.netsuite.invoice;

import dev.onboarding.model.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one account of a batch: either its lists, or a failure and no lists, so that a
/// failure never reads as absence.
public record AccountOutcome(
    String accountId,
    @Nullable List<Customer> customers,
    @Nullable List<Customer> otherCustomers,
    @Nullable List<Invoice> invoices,
    @Nullable List<UnappliedCredit> unappliedCredits,
    @Nullable Failure failure) {

  static AccountOutcome of(AccountInvoices found) {
    return new AccountOutcome(
        found.accountId(),
        found.customers(),
        found.otherCustomers(),
        found.invoices(),
        found.unappliedCredits(),
        null);
  }

  static AccountOutcome failed(String accountId, Failure failure) {
    return new AccountOutcome(accountId, null, null, null, null, failure);
  }
}
