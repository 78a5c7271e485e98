package dev.onboarding.netsuite.invoice;

import java.util.List;

/// The outcome of each account that was asked for, in the order of the question.
public record AccountsInvoices(List<AccountOutcome> accounts) {

  public AccountsInvoices {
    accounts = List.copyOf(accounts);
  }
}
