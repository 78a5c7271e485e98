package dev.onboarding.netsuite.invoice;

import dev.onboarding.model.AccountReference;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import org.jspecify.annotations.Nullable;

/// How a caller names an account whose invoices it wants.
///
/// @param accountId Salesforce id of 15 or 18 characters, or an external key
/// @param externalKey the account's key in the other systems, when it has one
/// @param opportunityId the deal: invoices that name it are found on any customer
/// @param contractId the contract: the same
public record AccountKey(
    String accountId,
    @Nullable String externalKey,
    @Nullable String opportunityId,
    @Nullable String contractId) {

  /// The same with the account's id in its long form.
  ///
  /// @throws FailureException naming the first of them that is no id
  AccountKey checked() {
    try {
      return new AccountKey(
          new AccountReference(accountId).value(),
          externalKey == null || externalKey.isBlank()
              ? null
              : new AccountReference(externalKey).value(),
          CrmId.checked("opportunity_id", opportunityId),
          CrmId.checked("contract_id", contractId));
    } catch (IllegalArgumentException e) {
      throw new FailureException(
          Failure.invalid("INVALID_ACCOUNT_ID", String.valueOf(e.getMessage())));
    }
  }
}
