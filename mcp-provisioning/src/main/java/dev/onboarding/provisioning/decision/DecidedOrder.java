package dev.onboarding.provisioning.decision;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/// What a caller asks for, in the claims that a decision must carry to allow it.
///
/// @param accountId 18 characters
/// @param particulars by claim; each must be said in just these words
public record DecidedOrder(Purpose purpose, String accountId, Map<String, String> particulars) {

  public DecidedOrder {
    particulars = Map.copyOf(particulars);
  }

  /// A tenant of that tier there.
  public static DecidedOrder creation(String accountId, String tier, String environment) {
    return new DecidedOrder(
        Purpose.CREATE_TENANT, accountId, Map.of("tier", tier, "environment", environment));
  }

  /// Credentials for a tenant of the account.
  public static DecidedOrder credentials(String accountId, UUID tenantId) {
    return new DecidedOrder(
        Purpose.ISSUE_CREDENTIALS, accountId, Map.of("tenant", tenantId.toString()));
  }

  /// The end of service for a tenant of the account.
  public static DecidedOrder suspension(String accountId, UUID tenantId) {
    return new DecidedOrder(
        Purpose.SUSPEND_TENANT, accountId, Map.of("tenant", tenantId.toString()));
  }

  /// The erasure of the personal data of the account's people.
  public static DecidedOrder erasure(String accountId) {
    return new DecidedOrder(Purpose.ERASE_PERSONAL_DATA, accountId, Map.of());
  }

  /// That several tasks of the tenant's were done by the system.
  ///
  /// @param codes the tasks', in any order
  public static DecidedOrder completions(
      String accountId, UUID tenantId, Collection<String> codes) {
    return new DecidedOrder(
        Purpose.COMPLETE_TASK,
        accountId,
        Map.of("tenant", tenantId.toString(), "tasks", String.join(",", new TreeSet<>(codes))));
  }

  /// That a task of the tenant's was done by the system.
  ///
  /// @param code the task's, for example send_welcome_email
  public static DecidedOrder completion(String accountId, UUID tenantId, String code) {
    return new DecidedOrder(
        Purpose.COMPLETE_TASK, accountId, Map.of("tenant", tenantId.toString(), "task", code));
  }
}
