package dev.onboarding.provisioning.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What was erased of an account; nothing of it names anybody.
///
/// @param answers recorded answers to earlier calls
/// @param taskIds of all tasks of the account
record ErasureRecord(
    String accountId,
    int tenants,
    int tasks,
    int credentialLinks,
    int answers,
    List<UUID> taskIds,
    Instant erasedAt) {

  ErasureRecord {
    taskIds = List.copyOf(taskIds);
  }
}
