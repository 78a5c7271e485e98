package dev.onboarding.contract.assessment;

import dev.onboarding.contract.establishment.ContractsOfAccount;
import dev.onboarding.contract.establishment.Reading;
import dev.onboarding.model.Failure;

/// What became of reading one account's contracts: an answer, or the reason there is none.
sealed interface ContractRead {

  /// The system answered; an empty answer is confirmed absence.
  record Answered(ContractsOfAccount contracts, Reading reading) implements ContractRead {}

  /// Nothing is known.
  record NotRead(Failure failure) implements ContractRead {}
}
