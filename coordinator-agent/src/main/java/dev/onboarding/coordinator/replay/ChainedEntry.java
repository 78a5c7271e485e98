package dev.onboarding.coordinator.replay;

import dev.onboarding.coordinator.ledger.Chain;
import dev.onboarding.coordinator.ledger.EntryKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of a run's record, as it is stored.
///
/// @param form by which rules its digests were made
/// @param kept digest of the part that outlives an erasure; null when none does
/// @param sealed salted digest of the whole
/// @param hash over all entries up to this one
public record ChainedEntry(
    int number,
    EntryKind kind,
    int attempt,
    String name,
    Instant at,
    int form,
    @Nullable String kept,
    String sealed,
    String hash) {

  /// What the hash must be after the entry before.
  String hashAfter(UUID run, String before) {
    return Chain.next(before, Chain.head(run, kind, attempt, name, at, form, kept), sealed);
  }

  /// For people.
  String what() {
    return switch (kind) {
      case DECISION -> "the decision of attempt " + attempt;
      case STEP -> "step %s of attempt %d".formatted(name, attempt);
      case FORGOTTEN -> "forgetting %s of attempt %d".formatted(name, attempt);
      case APPROVAL -> "the approval of attempt " + attempt;
      case ACT -> "the order %s".formatted(name);
    };
  }
}
