package dev.onboarding.clm.contract;

import java.util.List;

/// The outcome of each account that was asked for, in the order of the question.
public record AccountsContracts(List<AccountOutcome> accounts) {

  public AccountsContracts {
    accounts = List.copyOf(accounts);
  }
}
