package dev.onboarding.coordinator.advice;

import dev.onboarding.adviser.AdviceRequest;
import dev.onboarding.adviser.AdviceRequest.Incident;
import dev.onboarding.coordinator.pipeline.StepNames;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunStores;
import dev.onboarding.model.AccountContext;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.finding.Assessments;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What stands recorded about one attempt: all that advice is asked on.
///
/// @param account what the specialists were handed; null when the CRM has no such account
/// @param failures of steps that went wrong since
record JudgedRun(
    Run run,
    Decision decision,
    Assessments assessments,
    @Nullable AccountContext account,
    List<Incident> failures) {

  JudgedRun {
    failures = List.copyOf(failures);
  }

  /// @return empty when the run is gone, or has another attempt by now
  static Optional<JudgedRun> of(AdviceTicket ticket, RunStores stores) {
    return stores
        .runs()
        .find(ticket.runId())
        .filter(run -> run.attempt() == ticket.attempt())
        .flatMap(run -> judged(run, stores));
  }

  private static Optional<JudgedRun> judged(Run run, RunStores stores) {
    return stores
        .attempts()
        .find(run.id(), run.attempt())
        .filter(attempt -> attempt.decision() != null && attempt.assessments() != null)
        .map(attempt ->
            new JudgedRun(
                run,
                Objects.requireNonNull(attempt.decision()),
                Objects.requireNonNull(attempt.assessments()),
                account(run, stores),
                failures(run, stores).toList()));
  }

  private static @Nullable AccountContext account(Run run, RunStores stores) {
    return stores
        .journal()
        .recorded(run.id(), run.attempt())
        .of(StepNames.GATHER)
        .map(gathered -> gathered.context())
        .orElse(null);
  }

  private static Stream<Incident> failures(Run run, RunStores stores) {
    return stores.journal().of(run.id()).stream()
        .filter(step -> step.attempt() == run.attempt() && step.failure() != null)
        .map(step ->
            new AdviceRequest.Incident(
                step.name().replace('_', ' '), Objects.requireNonNull(step.failure())));
  }
}
