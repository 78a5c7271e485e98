package dev.onboarding.contract.establishment;

import dev.onboarding.model.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the contract system answered about one account; an empty list is a confirmed absence.
///
/// @param failure why this account of a batch could not be read; absent when it was
public record ContractsOfAccount(
    String accountId, List<FoundContract> contracts, @Nullable Failure failure) {

  public ContractsOfAccount {
    contracts = contracts == null ? List.of() : List.copyOf(contracts);
  }
}
