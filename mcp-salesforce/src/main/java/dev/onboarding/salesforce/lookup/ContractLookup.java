package dev.onboarding.salesforce.lookup;

import dev.onboarding.salesforce.records.ContractRecord;
import org.jspecify.annotations.Nullable;

/// Whether a contract exists, and if so what the CRM holds of it.
record ContractLookup(boolean found, @Nullable ContractRecord contract) {

  static ContractLookup of(@Nullable ContractRecord contract) {
    return new ContractLookup(contract != null, contract);
  }
}
