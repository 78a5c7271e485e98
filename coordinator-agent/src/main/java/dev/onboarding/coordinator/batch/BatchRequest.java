package dev.onboarding.coordinator.batch;

import dev.onboarding.coordinator.run.Mode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is asked: these accounts, or every deal won since a day without a run.
///
/// @param accounts as they were given; empty when deals are looked for
/// @param wonSince null when accounts are given
/// @param most of the deals, the latest first; null for all that are allowed
/// @param mode at most as lax as the configured one; null for that
record BatchRequest(
    String source,
    String correlation,
    @Nullable String requestedBy,
    List<String> accounts,
    @Nullable LocalDate wonSince,
    @Nullable Integer most,
    @Nullable Mode mode) {

  BatchRequest {
    accounts = List.copyOf(accounts);
  }
}
