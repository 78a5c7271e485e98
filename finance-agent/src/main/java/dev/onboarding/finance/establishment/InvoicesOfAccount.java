package dev.onboarding.finance.establishment;

import dev.onboarding.model.Failure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the ERP answered about one account; empty lists are confirmed absence.
///
/// @param customers the ERP's customers that match the account
/// @param otherCustomers customers that do not match, though an invoice of theirs names the deal
/// @param failure why this account of a batch could not be read; absent when it was
public record InvoicesOfAccount(
    String accountId,
    List<BilledCustomer> customers,
    List<BilledCustomer> otherCustomers,
    List<BilledInvoice> invoices,
    List<OpenCredit> unappliedCredits,
    @Nullable Failure failure) {

  public InvoicesOfAccount {
    customers = customers == null ? List.of() : List.copyOf(customers);
    otherCustomers = otherCustomers == null ? List.of() : List.copyOf(otherCustomers);
    invoices = invoices == null ? List.of() : List.copyOf(invoices);
    unappliedCredits = unappliedCredits == null ? List.of() : List.copyOf(unappliedCredits);
  }

  /// The customer that an invoice bills, when it is one that does not match.
  Optional<BilledCustomer> foreign(BilledInvoice invoice) {
    return otherCustomers.stream()
        .filter(customer -> customer.id() != null && customer.id().equals(invoice.customerId()))
        .findFirst();
  }
}
