package dev.onboarding.provisioning.checklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One task of a tenant's checklist, as it stands.
///
/// @param dependsOn numbers of the tasks that come before it
/// @param blocked whether one of those is still open
/// @param daysLate whole days since the due date in the customer's zone; zero unless open
record Task(
    UUID taskId,
    UUID tenantId,
    String accountId,
    int number,
    String code,
    String title,
    TaskOwner owner,
    TaskStatus status,
    LocalDate dueDate,
    List<Integer> dependsOn,
    boolean blocked,
    long daysLate,
    @Nullable String note,
    @Nullable Instant completedAt,
    @Nullable String completedBy) {

  Task {
    dependsOn = List.copyOf(dependsOn);
  }
}
