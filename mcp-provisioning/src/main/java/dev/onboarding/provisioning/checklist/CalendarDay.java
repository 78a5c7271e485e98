package dev.onboarding.provisioning.checklist;

import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/// A day as callers give it: the day itself, or an instant that falls on some day in each zone.
sealed interface CalendarDay {

  /// Which day it is there.
  LocalDate in(ZoneId zone);

  /// @throws FailureException `INVALID_DATE` naming the argument when the text is neither
  static CalendarDay parse(String argument, String text) {
    try {
      return text.contains("T")
          ? new Moment(OffsetDateTime.parse(text).toInstant())
          : new Day(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw new FailureException(
          Failure.invalid(
              "INVALID_DATE",
              "%s '%s' is no date: give 2026-03-31, or an instant such as 2026-03-31T08:00:00Z"
                  .formatted(argument, text)));
    }
  }

  /// @throws FailureException `INVALID_TIME_ZONE` when the text is neither region nor offset
  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException _) {
      throw new FailureException(
          Failure.invalid(
              "INVALID_TIME_ZONE",
              "time_zone '%s' is unknown: give a region such as Europe/Berlin".formatted(text)));
    }
  }

  /// The same day everywhere.
  record Day(LocalDate date) implements CalendarDay {
    @Override
    public LocalDate in(ZoneId zone) {
      return date;
    }
  }

  /// A moment; which day it is depends on where.
  record Moment(Instant instant) implements CalendarDay {
    @Override
    public LocalDate in(ZoneId zone) {
      return LocalDate.ofInstant(instant, zone);
    }
  }
}
