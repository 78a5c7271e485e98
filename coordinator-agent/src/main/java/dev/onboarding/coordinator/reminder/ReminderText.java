package dev.onboarding.coordinator.reminder;

import dev.onboarding.coordinator.report.CustomerInput;
import dev.onboarding.coordinator.report.Texts;

/// What a reminder says.
final class ReminderText {

  private ReminderText() {}

  static CustomerInput.Late late(Reminder reminder) {
    return new CustomerInput.Late(
        reminder.account(),
        reminder.tenantId(),
        reminder.title(),
        reminder.dueDate(),
        reminder.daysLate(),
        reminder.escalated());
  }

  static String slack(Reminder reminder) {
    return "%s Onboarding task \"%s\" of account %s (%s) was due on %s and is %s late."
        .formatted(
            reminder.escalated() ? ":rotating_light:" : ":alarm_clock:",
            Texts.SLACK.named(reminder.title()),
            Texts.SLACK.named(reminder.account()),
            Texts.SLACK.named(reminder.owner()),
            reminder.dueDate(),
            reminder.daysLate() == 1 ? "1 day" : reminder.daysLate() + " days");
  }
}
