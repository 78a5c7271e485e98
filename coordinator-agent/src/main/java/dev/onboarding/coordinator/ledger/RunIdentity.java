package dev.onboarding.coordinator.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// What never changes of a run, and where its chain begins: who asked for it and by which versions
/// it is judged and advised.
public record RunIdentity(
    UUID run,
    String source,
    String correlationId,
    String accountKey,
    String coordinator,
    String ruleSet,
    String ruleSetDigest,
    String prompts,
    Instant createdAt) {

  /// Times are those that the store can hold.
  public RunIdentity {
    createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
  }
}
