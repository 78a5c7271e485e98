package dev.onboarding.contract.assessment;

import dev.onboarding.model.AccountContext;
import dev.onboarding.model.AccountReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the contract system is asked about one account.
///
/// @param externalKey the key under which other systems know the account
/// @param envelopeId the envelope that the CRM names, if it names one
record ContractQuery(
    String accountId,
    @Nullable String externalKey,
    @Nullable String envelopeId,
    String accountName) {

  private static final Pattern ENVELOPE = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /// What no envelope id can be, the CRM's field being free text, is not asked for.
  static ContractQuery about(AccountContext account) {
    String envelope = account.contract() == null ? null : account.contract().envelopeId();
    String named = envelope == null ? "" : envelope.strip();
    return new ContractQuery(
        idOf(account),
        account.externalKey(),
        ENVELOPE.matcher(named).matches() ? named : null,
        account.accountName());
  }

  private static String idOf(AccountContext account) {
    return new AccountReference(account.accountId()).value();
  }
}
