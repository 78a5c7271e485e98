package dev.onboarding.coordinator.reminder;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody to be reminded of a late task, as the task monitor says.
///
/// @param key the task and the day, so that nobody is reminded twice on one day
/// @param owner `cs_team`, `customer`, `system` or `milestone`
/// @param escalated whether it is so late that others must hear of it
record Reminder(
    String key,
    String taskId,
    String accountId,
    String tenantId,
    @Nullable String accountName,
    String title,
    String owner,
    @Nullable String recipientEmail,
    @Nullable LocalDate dueDate,
    int daysLate,
    boolean escalated) {

  /// Whether the task is the customer's to do.
  boolean customers() {
    return owner.equals("customer");
  }

  String account() {
    return accountName == null ? accountId : accountName;
  }

  /// What the task monitor answers.
  record Review(@Nullable List<Reminder> reminders) {

    List<Reminder> present() {
      return reminders == null ? List.of() : reminders;
    }
  }
}
