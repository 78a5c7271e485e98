package dev.onboarding.provisioning.tenant;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import dev.onboarding.model.AccountReference;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.util.UUID;

/// The ids that follow from what they name, so that whoever asks, and however often, means the same
/// thing.
public final class TenantIdentity {

  private static final UUID NAMESPACE = UUID.fromString("5d1f4f0e-6f5c-5b7e-9d52-0b3a6f7c2e11");

  private TenantIdentity() {}

  /// One tenant per account and environment: UUIDv5 of `environment/account`.
  public static UUID ofTenant(String environment, String accountId) {
    return within(NAMESPACE, environment + "/" + accountId);
  }

  /// UUIDv5 of a name inside something that has an id already.
  public static UUID within(UUID namespace, String name) {
    NameBasedGenerator names = Generators.nameBasedGenerator(namespace);
    return names.generate(name);
  }

  /// The 18-character form of a Salesforce account id.
  public static String salesforceId(String text) {
    AccountReference account;
    try {
      account = new AccountReference(text);
    } catch (IllegalArgumentException e) {
      throw new FailureException(
          Failure.invalid("INVALID_ACCOUNT_ID", String.valueOf(e.getMessage())));
    }
    if (!account.isSalesforceId()) {
      throw new FailureException(
          Failure.invalid(
              "INVALID_ACCOUNT_ID",
              "account_id '%s' must be a Salesforce account id of 15 or 18 characters"
                  .formatted(account)));
    }
    return account.value();
  }

  /// @throws FailureException `INVALID_ID` naming the argument when the text is no UUID
  public static UUID parse(String argument, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw new FailureException(
          Failure.invalid(
              "INVALID_ID",
              "%s '%s' is no id: give a UUID as it was answered"
                  .formatted(argument, text.length() <= 60 ? text : text.substring(0, 60) + "…")));
    }
  }
}
