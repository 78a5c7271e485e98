package dev.onboarding.clm.contract;

import dev.onboarding.clm.docusign.DocuSignFailures;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// Reads dates, moments and numbers out of texts: nothing stays nothing, and what DocuSign itself
/// wrote must be readable.
final class Written {

  private static final int DATE = "2026-01-31".length();

  private Written() {}

  /// The day as it was written, whatever the zone behind it: a contract ends where it was signed.
  static @Nullable LocalDate date(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    LocalDate date = freeDate(text);
    if (date == null) {
      throw DocuSignFailures.unreadable(field + " holds no date");
    }
    return date;
  }

  /// The day that a person wrote into a free text; null when it is in no form that can be read.
  static @Nullable LocalDate freeDate(@Nullable String text) {
    if (text == null || text.strip().length() < DATE) {
      return null;
    }
    try {
      return LocalDate.parse(text.strip().substring(0, DATE));
    } catch (DateTimeException _) {
      return null;
    }
  }

  static @Nullable Instant moment(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      throw DocuSignFailures.unreadable(field + " holds no moment");
    }
  }

  static @Nullable Integer number(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return Integer.valueOf(text.strip());
    } catch (NumberFormatException _) {
      throw DocuSignFailures.unreadable(field + " holds no number");
    }
  }
}
