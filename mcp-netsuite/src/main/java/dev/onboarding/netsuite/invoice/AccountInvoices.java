package dev.onboarding.netsuite.invoice;

import java.util.List;

/// Everything billed to one account. No customer, or no invoice, is confirmed absence.
///
/// @param accountId Salesforce id, 18 characters, or the external key that was asked for
/// @param customers those that match the account: none and several are both possible
/// @param otherCustomers those that do not match, though an invoice of theirs names the deal or the
///   contract
public record AccountInvoices(
    String accountId,
    List<Customer> customers,
    List<Customer> otherCustomers,
    List<Invoice> invoices,
    List<UnappliedCredit> unappliedCredits) {

  public AccountInvoices {
    customers = List.copyOf(customers);
    otherCustomers = List.copyOf(otherCustomers);
    invoices = List.copyOf(invoices);
    unappliedCredits = List.copyOf(unappliedCredits);
  }
}
