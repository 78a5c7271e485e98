package dev.onboarding.clm.contract;

import java.util.List;

/// Everything signed, or to be signed, with one account. An empty list is confirmed absence.
///
/// @param accountId Salesforce id, 18 characters, or the external key that was asked for
/// @param envelopesMatching how many envelopes belong to the account
/// @param contracts an entry for each envelope and each amendment, and for agreements on paper
public record AccountContracts(String accountId, int envelopesMatching, List<Contract> contracts) {

  public AccountContracts {
    contracts = List.copyOf(contracts);
  }
}
