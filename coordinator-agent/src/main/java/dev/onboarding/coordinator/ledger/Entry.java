package dev.onboarding.coordinator.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One thing that is recorded of a run, by its digests; what it says stands in the rows that the
/// same statement writes.
///
/// @param name of a step, else what tells it from others of its kind in the attempt
/// @param kept digest of the part that outlives an erasure; null when none does
/// @param content digest of the whole
public record Entry(
    EntryKind kind, int attempt, String name, Instant at, @Nullable String kept, String content) {

  /// The version of the rules by which [#kept] is made; see [PersonalPaths].
  public static final int FORM = 1;

  public Entry {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /// Of something that is removed as a whole when its time is over.
  public static Entry of(EntryKind kind, int attempt, String name, Instant at, JsonNode content) {
    return new Entry(kind, attempt, name, at, null, Digests.ofJson(content));
  }

  /// Of something that stays without its personal part.
  public static Entry lasting(
      EntryKind kind, int attempt, String name, Instant at, JsonNode content) {
    return new Entry(
        kind,
        attempt,
        name,
        at,
        Digests.ofJson(PersonalPaths.without(kind, content)),
        Digests.ofJson(content));
  }
}
