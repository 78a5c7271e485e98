package dev.onboarding.taskmonitor.review;

import dev.onboarding.model.AccountReference;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.taskmonitor.reminder.OverdueTask;
import dev.onboarding.taskmonitor.reminder.Reminders;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reviews the late tasks of all accounts, or of one.
final class ReviewTasks {

  private final ReadOverdueTasks read;
  private final ReviewProperties properties;
  private final Clock clock;

  ReviewTasks(ReadOverdueTasks read, ReviewProperties properties, Clock clock) {
    this.read = read;
    this.properties = properties;
    this.clock = clock;
  }

  /// @param asOf a day or an instant; null is now
  /// @param accountId whose tasks; null is everybody's
  /// @throws FailureException when an argument is none of these, or the tasks cannot be read
  TaskReview of(@Nullable String asOf, @Nullable String accountId) {
    String moment = asOf == null ? clock.instant().toString() : checked(asOf);
    String account = accountId == null ? null : accountOf(accountId);
    List<OverdueTask> tasks =
        read.asOf(moment).stream()
            .filter(task -> account == null || account.equals(task.accountId()))
            .toList();
    return new TaskReview(tasks.size(), Reminders.due(tasks, properties.escalateAfterDays()));
  }

  private static String accountOf(String accountId) {
    try {
      return new AccountReference(accountId).value();
    } catch (IllegalArgumentException e) {
      throw new FailureException(
          Failure.invalid("INVALID_ACCOUNT_ID", "account_id: " + e.getMessage()));
    }
  }

  private static String checked(String asOf) {
    if (!isDay(asOf) && !isInstant(asOf)) {
      throw new FailureException(
          Failure.invalid(
              "INVALID_AS_OF",
              "as_of '%s' is neither a day (2031-05-09) nor an instant (2031-05-09T08:00:00Z)."
                  .formatted(asOf.length() <= 80 ? asOf : asOf.substring(0, 80) + "…")));
    }
    return asOf;
  }

  private static boolean isDay(String text) {
    try {
      return LocalDate.parse(text) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isInstant(String text) {
    try {
      return Instant.parse(text) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
