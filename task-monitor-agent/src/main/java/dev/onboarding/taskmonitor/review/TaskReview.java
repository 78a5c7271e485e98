package dev.onboarding.taskmonitor.review;

import dev.onboarding.taskmonitor.reminder.Reminder;
import java.util.List;

/// Who must be reminded of what.
///
/// @param reviewed how many late tasks were looked at, blocked ones included
record TaskReview(int reviewed, List<Reminder> reminders) {

  TaskReview {
    reminders = List.copyOf(reminders);
  }
}
