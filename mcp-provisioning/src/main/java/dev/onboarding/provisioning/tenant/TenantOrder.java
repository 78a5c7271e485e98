package dev.onboarding.provisioning.tenant;

import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.decision.DecidedOrder;
import java.util.UUID;
import java.util.regex.Pattern;

/// For whom a tenant is asked, and of which tier.
///
/// @param accountId Salesforce id, 18 characters
record TenantOrder(String accountId, String accountName, ServiceTier tier, String environment) {

  private static final Pattern ENVIRONMENT = Pattern.compile("[a-z0-9-]{1,32}");

  /// @throws FailureException naming the argument that is not what it should be
  static TenantOrder of(String accountId, String accountName, String tier, String environment) {
    String name = GivenText.of("account_name", accountName, 255, "INVALID_ACCOUNT_NAME");
    if (!ENVIRONMENT.matcher(environment).matches()) {
      throw new FailureException(
          Failure.invalid(
              "INVALID_ENVIRONMENT",
              "environment must be 1 to 32 characters out of a-z 0-9 -, for example production"));
    }
    return new TenantOrder(
        TenantIdentity.salesforceId(accountId), name, ServiceTier.parse(tier), environment);
  }

  /// What a decision must say to allow it.
  DecidedOrder decided() {
    return DecidedOrder.creation(accountId, tier.name(), environment);
  }

  UUID tenantId() {
    return TenantIdentity.ofTenant(environment, accountId);
  }
}
