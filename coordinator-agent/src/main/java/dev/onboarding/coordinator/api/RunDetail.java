package dev.onboarding.coordinator.api;

import dev.onboarding.adviser.Advice;
import dev.onboarding.coordinator.effect.EffectRow;
import dev.onboarding.coordinator.report.Addendum;
import dev.onboarding.coordinator.retention.Erased;
import dev.onboarding.coordinator.run.Approval;
import dev.onboarding.coordinator.run.Attempt;
import dev.onboarding.coordinator.run.Mode;
import dev.onboarding.coordinator.run.OperatorAct;
import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.coordinator.run.StateChange;
import dev.onboarding.coordinator.run.Versions;
import dev.onboarding.model.Failure;
import dev.onboarding.model.decision.Decision;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything about one run: where it stands, what was decided and on what, what was done.
///
/// @param previousRun the account's run before this one
/// @param behind the executing run of the account that this one waits for
/// @param continuedIn the account's waiting run that took this one's trigger over
/// @param acts what people ordered
/// @param failure why it waits for an upstream or is parked
/// @param findingsDigest what an approval refers to
/// @param decision of the current attempt; null until it is judged
/// @param advice as it was given with the decision, which asks no model
/// @param addenda what models were asked since, and said; of every attempt
/// @param erased when personal data is missing because its erasure was asked for
/// @param attempts every pass with its findings and decision, oldest first
public record RunDetail(
    String runId,
    String source,
    String correlationId,
    String account,
    @Nullable String accountId,
    @Nullable String accountName,
    @Nullable String opportunityId,
    Mode mode,
    RunState state,
    String stateMeaning,
    int attempt,
    @Nullable String previousRun,
    @Nullable String behind,
    @Nullable String continuedIn,
    @Nullable Failure failure,
    @Nullable Instant wakeAt,
    Versions versions,
    @Nullable Decision decision,
    @Nullable String findingsDigest,
    @Nullable Advice advice,
    List<Addendum> addenda,
    @Nullable Approval approval,
    List<OperatorAct> acts,
    List<StateChange> history,
    List<Attempt> attempts,
    List<Performed> steps,
    List<EffectRow> effects,
    URI report,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant endedAt,
    @Nullable Erased erased) {

  public RunDetail {
    addenda = List.copyOf(addenda);
    acts = List.copyOf(acts);
    history = List.copyOf(history);
    attempts = List.copyOf(attempts);
    steps = List.copyOf(steps);
    effects = List.copyOf(effects);
  }

  /// A step as the journal has it, without its outcome.
  public record Performed(
      int attempt,
      String step,
      String key,
      int tries,
      Instant intentAt,
      @Nullable Instant outcomeAt,
      boolean done,
      @Nullable Failure failure) {}
}
