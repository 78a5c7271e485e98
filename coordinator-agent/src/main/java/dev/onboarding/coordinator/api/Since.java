package dev.onboarding.coordinator.api;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// From when on recorded things are looked at, as people write it.
final class Since {

  private Since() {}

  /// @param text a day, which begins in UTC, or an instant; null for all there is
  static Instant parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Instant.EPOCH;
    }
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeException none) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST,
          "since is a day such as 2026-03-31, or an instant such as 2026-03-31T08:00:00Z.",
          none);
    }
  }
}
