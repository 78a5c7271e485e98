package dev.onboarding.coordinator.intake;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.model.AccountReference;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks the fields of a trigger; each refusal names the field and what would be accepted.
public final class Fields {

  private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,128}");
  private static final Pattern OPPORTUNITY = Pattern.compile("006[A-Za-z0-9]{12}([A-Z0-5]{3})?");

  private Fields() {}

  public static AccountReference account(@Nullable String value) {
    if (value == null) {
      throw new ProblemException(ProblemType.INVALID_ACCOUNT_ID, "account_id is missing.");
    }
    try {
      return new AccountReference(value);
    } catch (IllegalArgumentException none) {
      throw new ProblemException(
          ProblemType.INVALID_ACCOUNT_ID, String.valueOf(none.getMessage()), none);
    }
  }

  public static String id(String field, @Nullable String value) {
    if (value == null || !ID.matcher(value).matches()) {
      throw invalid(
          field, "1 to 128 visible ASCII characters without spaces, [\\x21-\\x7e]{1,128}");
    }
    return value;
  }

  public static @Nullable String opportunity(@Nullable String value) {
    if (value != null && !OPPORTUNITY.matcher(value).matches()) {
      throw invalid("opportunity_id", "15 or 18 characters of a Salesforce opportunity id (006…)");
    }
    return value;
  }

  static Instant timestamp(@Nullable String value) {
    try {
      if (value != null) {
        return OffsetDateTime.parse(value).toInstant();
      }
    } catch (DateTimeException unreadable) {
      // Refused below like a missing one.
    }
    throw invalid("timestamp", "an ISO-8601 instant with zone, for example 2026-01-31T10:00:00Z");
  }

  private static ProblemException invalid(String field, String wanted) {
    return new ProblemException(
        ProblemType.INVALID_FIELD,
        "%s is missing or not what it should be: give %s.".formatted(field, wanted));
  }
}
