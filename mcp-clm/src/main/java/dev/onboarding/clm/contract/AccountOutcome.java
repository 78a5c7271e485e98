package dev.onboarding.clm.contract;

import dev.onboarding.model.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one account of a batch: either its contracts, or a failure and no contracts, so
/// that a failure never reads as absence.
public record AccountOutcome(
    String accountId,
    @Nullable Integer envelopesMatching,
    @Nullable List<Contract> contracts,
    @Nullable Failure failure) {

  static AccountOutcome of(AccountContracts found) {
    return new AccountOutcome(
        found.accountId(), found.envelopesMatching(), found.contracts(), null);
  }

  static AccountOutcome failed(String accountId, Failure failure) {
    return new AccountOutcome(accountId, null, null, failure);
  }
}
