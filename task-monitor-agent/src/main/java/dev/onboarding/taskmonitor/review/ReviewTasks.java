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
    if (!isAccountId(accountId)) {
      throw new FailureException(
          Failure.invalid(
              "INVALID_ACCOUNT_ID",
              "account_id '%s' is no Salesforce account id: give its 15 or 18 characters (001…)."
                  .formatted(shortened(accountId))));
    }
    return new AccountReference(accountId).value();
  }

  private static boolean isAccountId(String text) {
    try {
      return new AccountReference(text).isSalesforceId();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String checked(String asOf) {
    if (!isDay(asOf) && !isInstant(asOf)) {
      throw new FailureException(
          Failure.invalid(
              "INVALID_AS_OF",
              "as_of '%s' is neither a day (2031-05-09) nor an instant (2031-05-09T08:00:00Z)."
                  .formatted(shortened(asOf))));
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

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
