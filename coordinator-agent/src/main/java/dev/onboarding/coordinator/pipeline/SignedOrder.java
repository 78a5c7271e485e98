package dev.onboarding.coordinator.pipeline;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;

/// The one order that a signed decision allows, in the claims the provisioning server compares.
///
/// @param purpose as that server names its orders
/// @param accountId 18 characters
/// @param particulars by claim
record SignedOrder(String purpose, String accountId, Map<String, String> particulars) {

  SignedOrder {
    particulars = Map.copyOf(particulars);
  }

  /// A tenant of that tier there.
  static SignedOrder creation(String accountId, String tier, String environment) {
    return new SignedOrder(
        "create_tenant", accountId, Map.of("tier", tier, "environment", environment));
  }

  /// Credentials for the account's tenant.
  static SignedOrder credentials(String accountId, String tenantId) {
    return new SignedOrder("issue_credentials", accountId, Map.of("tenant", tenantId));
  }

  /// The end of service for the account's tenant.
  static SignedOrder suspension(String accountId, String tenantId) {
    return new SignedOrder("suspend_tenant", accountId, Map.of("tenant", tenantId));
  }

  /// That tasks of the account's tenant were done by the system.
  ///
  /// @param codes the tasks', for example send_welcome_email; in any order
  static SignedOrder completions(String accountId, String tenantId, Collection<String> codes) {
    var tasks = String.join(",", new TreeSet<>(codes));
    return new SignedOrder("complete_task", accountId, Map.of("tenant", tenantId, "tasks", tasks));
  }
}
