package dev.onboarding.coordinator.run;

import dev.onboarding.model.Failure;
import dev.onboarding.model.decision.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One onboarding of one account, as it stands.
///
/// @param accountKey how the trigger named the account
/// @param accountId Salesforce id, once the CRM has told it
/// @param attempt number of the pass through gather, judge and act that is current
/// @param epoch grows with every claim and every answer; a write under an older one is refused
/// @param failure why it waits for an upstream or is parked; only then present
public record Run(
    RunId id,
    String source,
    String correlationId,
    String accountKey,
    @Nullable String accountId,
    @Nullable String accountName,
    @Nullable String opportunityId,
    Mode mode,
    RunState state,
    int priority,
    int attempt,
    long epoch,
    @Nullable RunId previousRun,
    @Nullable Verdict verdict,
    @Nullable Failure failure,
    @Nullable Instant wakeAt,
    Versions versions,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant endedAt) {

  /// Whether the reference names this run's account, by whichever of its two names is known.
  public boolean concerns(String reference) {
    return reference.equals(accountKey) || reference.equals(accountId);
  }
}
