package dev.onboarding.taskmonitor.reminder;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Decides who must be reminded of what.
public final class Reminders {

  private static final String CUSTOMER = "customer";

  private Reminders() {}

  /// One reminder for each task that somebody can do now, in the order given.
  ///
  /// @param escalateAfter how many days late a task must be to be escalated
  public static List<Reminder> due(Collection<OverdueTask> tasks, int escalateAfter) {
    Map<String, Reminder> byKey = new LinkedHashMap<>();
    tasks.stream()
        .filter(OverdueTask::actionable)
        .map(task -> reminder(task, task.daysLate() >= escalateAfter))
        .forEach(reminder -> byKey.putIfAbsent(reminder.key(), reminder));
    return List.copyOf(byKey.values());
  }

  private static Reminder reminder(OverdueTask task, boolean escalated) {
    Recipient recipient = recipientOf(task);
    return new Reminder(
        task.taskId() + ":" + task.today(),
        task.taskId(),
        task.tenantId(),
        task.accountId(),
        task.accountName(),
        task.code(),
        task.title(),
        task.owner(),
        recipient,
        recipient == Recipient.CUSTOMER ? task.customerEmail() : null,
        task.dueDate(),
        task.daysLate(),
        escalated);
  }

  /// The team hears of what is its own, of what no person owns, and of customers who cannot be
  /// reached.
  private static Recipient recipientOf(OverdueTask task) {
    boolean reachable = task.customerEmail() != null && !task.customerEmail().isBlank();
    return CUSTOMER.equalsIgnoreCase(task.owner()) && reachable
        ? Recipient.CUSTOMER
        : Recipient.CS_TEAM;
  }
}
