package dev.onboarding.coordinator.run;

import dev.onboarding.coordinator.ledger.RunIdentity;
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
/// @param ticket which wake-up counts; executions of an earlier one have no effect
/// @param previousRun the account's run before this one
/// @param behind the executing run of the account that this one waits for before it begins
/// @param cancelling whether a person has cancelled it, so that it only goes back
/// @param continuedIn the account's waiting run that took this one's trigger over
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
    long ticket,
    @Nullable RunId previousRun,
    @Nullable RunId behind,
    boolean cancelling,
    @Nullable RunId continuedIn,
    @Nullable Verdict verdict,
    @Nullable Failure failure,
    @Nullable Instant wakeAt,
    Versions versions,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant endedAt) {

  /// What never changes of it.
  public RunIdentity identity() {
    return new RunIdentity(
        id.value(),
        source,
        correlationId,
        accountKey,
        versions.coordinator(),
        versions.ruleSet(),
        versions.ruleSetDigest(),
        versions.prompts(),
        createdAt);
  }

  /// As it stands after it entered the state.
  Run in(RunState entered, Instant now) {
    return new Run(
        id,
        source,
        correlationId,
        accountKey,
        accountId,
        accountName,
        opportunityId,
        mode,
        entered,
        priority,
        attempt,
        epoch,
        ticket,
        previousRun,
        behind,
        cancelling,
        continuedIn,
        verdict,
        null,
        null,
        versions,
        createdAt,
        now,
        null);
  }

  /// Whether the reference names this run's account, by whichever of its two names is known.
  public boolean concerns(String reference) {
    return reference.equals(accountKey) || reference.equals(accountId);
  }

  /// Whether it waits for what others do: a person's answer, a fact, or the recovery of a system
  /// without which it is blocked.
  public boolean restsOnOthers() {
    // A failure would say that a step of its own is in the way.
    return state.restsOnOthers()
        || (state == RunState.WAITING_UPSTREAM
            && verdict == Verdict.BLOCK
            && failure == null
            && !cancelling);
  }
}
