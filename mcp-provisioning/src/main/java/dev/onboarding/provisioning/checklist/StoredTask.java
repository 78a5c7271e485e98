package dev.onboarding.provisioning.checklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A task as it is kept, with what its checklist adds to it.
///
/// @param blocked whether a task before it is open
record StoredTask(
    UUID taskId,
    UUID checklistId,
    UUID tenantId,
    String accountId,
    @Nullable String accountName,
    @Nullable String customerEmail,
    ZoneId timeZone,
    int number,
    String code,
    String title,
    TaskOwner owner,
    TaskStatus status,
    LocalDate dueDate,
    List<Integer> dependsOn,
    boolean blocked,
    @Nullable String note,
    @Nullable Instant completedAt,
    @Nullable String completedBy) {

  StoredTask {
    dependsOn = List.copyOf(dependsOn);
  }

  boolean isOpen() {
    return status == TaskStatus.OPEN;
  }

  /// Whether the system does it, and no person.
  boolean isOfSystem() {
    return owner == TaskOwner.SYSTEM;
  }

  /// Whole days it is late on that day; nothing that is not open is late.
  long daysLate(LocalDate today) {
    return isOpen() ? Math.max(0, today.toEpochDay() - dueDate.toEpochDay()) : 0;
  }

  /// The task once it has been completed.
  StoredTask completed(Instant at, String by) {
    return with(TaskStatus.COMPLETED, blocked, at, by);
  }

  /// The task as what comes before it lets it be.
  StoredTask blocked(boolean now) {
    return with(status, now, completedAt, completedBy);
  }

  private StoredTask with(
      TaskStatus otherStatus, boolean otherBlocked, @Nullable Instant at, @Nullable String by) {
    return new StoredTask(
        taskId,
        checklistId,
        tenantId,
        accountId,
        accountName,
        customerEmail,
        timeZone,
        number,
        code,
        title,
        owner,
        otherStatus,
        dueDate,
        dependsOn,
        otherBlocked,
        note,
        at,
        by);
  }

  /// The task as callers see it.
  ///
  /// @param now decides which day it is in the customer's zone
  Task asOf(Instant now) {
    return new Task(
        taskId,
        tenantId,
        accountId,
        number,
        code,
        title,
        owner,
        status,
        dueDate,
        dependsOn,
        blocked,
        daysLate(LocalDate.ofInstant(now, timeZone)),
        note,
        completedAt,
        completedBy);
  }
}
