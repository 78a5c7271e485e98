package dev.onboarding.finance.assessment;

import dev.onboarding.model.AccountContext;
import dev.onboarding.model.AccountReference;
import org.jspecify.annotations.Nullable;

/// What the ERP is asked about one account, by itself or in a batch.
///
/// @param externalKey the key under which the account is known there
/// @param opportunityId the deal, by which its invoices are found on other customers too
/// @param contractId the CRM contract, by which the same
record InvoiceQuery(
    String accountId,
    @Nullable String externalKey,
    @Nullable String opportunityId,
    @Nullable String contractId) {

  static InvoiceQuery about(AccountContext account) {
    return new InvoiceQuery(
        new AccountReference(account.accountId()).value(),
        account.externalKey(),
        account.deal() == null ? null : account.deal().id(),
        contractOf(account));
  }

  private static @Nullable String contractOf(AccountContext account) {
    if (account.contract() != null) {
      return account.contract().id();
    }
    return account.deal() == null ? null : account.deal().contractId();
  }
}
