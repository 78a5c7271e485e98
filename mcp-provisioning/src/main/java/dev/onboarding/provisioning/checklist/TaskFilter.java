package dev.onboarding.provisioning.checklist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which tasks are meant; what is null does not narrow.
record TaskFilter(
    @Nullable UUID tenantId,
    @Nullable String accountId,
    @Nullable TaskOwner owner,
    @Nullable TaskStatus status) {

  static TaskFilter ofTenant(UUID tenantId) {
    return new TaskFilter(tenantId, null, null, null);
  }
}
