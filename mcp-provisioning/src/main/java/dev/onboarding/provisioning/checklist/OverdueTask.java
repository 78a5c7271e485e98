package dev.onboarding.provisioning.checklist;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A task somebody must be reminded of.
///
/// @param blocked whether a task before it is open, so that reminding its own owner does not help
/// @param customerEmail who is reminded when the owner is the customer
record OverdueTask(
    UUID taskId,
    UUID tenantId,
    String accountId,
    @Nullable String accountName,
    String code,
    String title,
    TaskOwner owner,
    TaskStatus status,
    LocalDate dueDate,
    long daysLate,
    boolean blocked,
    @Nullable String customerEmail) {

  static OverdueTask of(StoredTask task, LocalDate today) {
    return new OverdueTask(
        task.taskId(),
        task.tenantId(),
        task.accountId(),
        task.accountName(),
        task.code(),
        task.title(),
        task.owner(),
        task.status(),
        task.dueDate(),
        task.daysLate(today),
        task.blocked(),
        task.customerEmail());
  }
}
