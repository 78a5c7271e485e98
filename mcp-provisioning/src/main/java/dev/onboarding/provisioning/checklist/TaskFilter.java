package dev.onboarding.provisioning.checklist;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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

  /// A condition on tasks joined with their checklists. It names only what narrows, so that each
  /// kind of question is planned for itself and finds its index.
  String condition() {
    return values().keySet().stream()
        .map(column -> "%1$s = :%1$s".formatted(column))
        .collect(Collectors.joining(" AND ", "(", ")"))
        .replace("()", "true");
  }

  /// What the condition compares with, by the names of the columns.
  Map<String, @Nullable Object> values() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("tenant_id", tenantId);
    values.put("account_id", accountId);
    values.put("owner", owner == null ? null : owner.toString());
    values.put("status", status == null ? null : status.name());
    values.values().removeIf(Objects::isNull);
    return values;
  }
}
