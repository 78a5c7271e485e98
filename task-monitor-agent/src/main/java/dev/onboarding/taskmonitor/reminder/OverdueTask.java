package dev.onboarding.taskmonitor.reminder;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A task whose due date has passed, as its keeper answered it.
///
/// @param owner `cs_team`, `customer`, `system` or `milestone`
/// @param daysLate whole days since the due date, in the customer's own zone
/// @param blocked whether a task before it is open, so that nobody can do this one yet
public record OverdueTask(
    String taskId,
    String tenantId,
    String accountId,
    @Nullable String accountName,
    String code,
    String title,
    String owner,
    @Nullable String status,
    LocalDate dueDate,
    int daysLate,
    boolean blocked,
    @Nullable String customerEmail) {

  private static final Set<String> SETTLED = Set.of("COMPLETED", "SKIPPED", "CANCELLED");

  public OverdueTask {
    Objects.requireNonNull(taskId, "task_id");
    Objects.requireNonNull(dueDate, "due_date");
    Objects.requireNonNull(owner, "owner");
  }

  /// Whether somebody can and should do it now.
  boolean actionable() {
    boolean settled = status != null && SETTLED.contains(status.toUpperCase(Locale.ROOT));
    return !blocked && !settled && daysLate > 0;
  }

  /// The day it is where the customer is: the day on which a reminder counts as sent.
  LocalDate today() {
    return dueDate.plusDays(daysLate);
  }
}
