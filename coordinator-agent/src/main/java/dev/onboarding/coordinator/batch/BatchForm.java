package dev.onboarding.coordinator.batch;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.coordinator.http.Who;
import dev.onboarding.coordinator.intake.Fields;
import dev.onboarding.coordinator.run.Mode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a person sends to start a batch, checked: each refusal names the value and what would be
/// accepted.
final class BatchForm {

  private static final int LONGEST_NAME = 128;

  private final BatchSettings settings;
  private final Supplier<UUID> ids;
  private final Clock clock;

  BatchForm(BatchSettings settings, Supplier<UUID> ids, Clock clock) {
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /// The body of `POST /api/runs:batch`.
  record Start(
      @Nullable List<@Nullable String> accountIds,
      @Nullable LocalDate wonSince,
      @Nullable Mode mode,
      @Nullable Integer limit,
      @Nullable String correlationId,
      @Nullable String requestedBy) {}

  BatchRequest checked(Start start) {
    if ((start.accountIds() == null) == (start.wonSince() == null)) {
      throw invalid(
          "Give either account_ids, a list, or won_since, a day such as 2026-01-31; not %s."
              .formatted(start.wonSince() == null ? "neither" : "both"));
    }
    return new BatchRequest(
        "api",
        start.correlationId() == null
            ? ids.get().toString()
            : Fields.id("correlation_id", start.correlationId()),
        Who.of(person(start.requestedBy())),
        start.accountIds() == null ? List.of() : accounts(start.accountIds()),
        since(start.wonSince()),
        most(start),
        start.mode());
  }

  /// A single bad id is a row that fails alone; only the list as a whole is refused here.
  private List<String> accounts(List<@Nullable String> given) {
    if (given.isEmpty()) {
      throw invalid("account_ids is empty: give 1 to %d.".formatted(settings.maxAccounts()));
    }
    if (given.size() > settings.maxAccounts()) {
      throw invalid(
          "account_ids has %d entries: give at most %d, or several batches."
              .formatted(given.size(), settings.maxAccounts()));
    }
    return given.stream().map(account -> account == null ? "" : account).toList();
  }

  private @Nullable LocalDate since(@Nullable LocalDate day) {
    var tomorrow = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
    if (day != null && (day.isAfter(tomorrow) || day.getYear() < 1970)) {
      throw invalid("won_since is %s: give a day between 1970 and today.".formatted(day));
    }
    return day;
  }

  private @Nullable Integer most(Start start) {
    var limit = start.limit();
    if (limit == null) {
      return null;
    }
    if (start.wonSince() == null) {
      throw invalid("limit goes with won_since; with account_ids, leave it out.");
    }
    if (limit < 1 || limit > settings.maxAccounts()) {
      throw invalid("limit is %d: give 1 to %d.".formatted(limit, settings.maxAccounts()));
    }
    return limit;
  }

  private static @Nullable String person(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw invalid(
          "requested_by is a name of at most %d printable characters.".formatted(LONGEST_NAME));
    }
    return name.strip();
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(ProblemType.INVALID_FIELD, detail);
  }
}
