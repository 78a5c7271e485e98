package dev.onboarding.clm.contract;

import dev.onboarding.clm.docusign.Envelopes;
import dev.onboarding.model.AccountReference;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import org.jspecify.annotations.Nullable;

/// How a caller names an account whose contracts it wants.
///
/// @param accountId Salesforce id of 15 or 18 characters, or an external key
/// @param envelopeId the envelope that the CRM's contract names
/// @param externalKey the key under which other systems know the account
/// @param accountName the name under which agreements on paper are found
public record AccountKey(
    String accountId,
    @Nullable String externalKey,
    @Nullable String envelopeId,
    @Nullable String accountName) {

  private static final int LONGEST_NAME = 255;

  /// The same with the id in its long form, without an envelope id that cannot be one, and without
  /// an empty key or name.
  ///
  /// @throws FailureException when the account id is none
  AccountKey checked() {
    if (accountName != null && accountName.length() > LONGEST_NAME) {
      throw new FailureException(
          Failure.invalid(
              "INVALID_NAME", "account_name has more than %d characters".formatted(LONGEST_NAME)));
    }
    try {
      return new AccountKey(
          new AccountReference(accountId).value(),
          externalKey == null || externalKey.isBlank() ? null : externalKey.strip(),
          envelopeId != null && Envelopes.isId(envelopeId) ? envelopeId : null,
          accountName == null || accountName.isBlank() ? null : accountName.strip());
    } catch (IllegalArgumentException e) {
      throw new FailureException(
          Failure.invalid("INVALID_ACCOUNT_ID", String.valueOf(e.getMessage())));
    }
  }
}
