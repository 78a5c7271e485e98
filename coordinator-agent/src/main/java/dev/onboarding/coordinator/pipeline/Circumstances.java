package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Attempt;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.model.decision.RunContext;
import dev.onboarding.model.finding.Assessments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// Tells the policy what surrounds a judgement, in the only words in which it may ask.
public final class Circumstances {

  private static final String BATCH = "batch";

  private final TierChoice tiers;

  Circumstances(TierChoice tiers) {
    this.tiers = tiers;
  }

  RunContext of(Run run, Gathered gathered, Instant now) {
    var today = LocalDate.ofInstant(now, gathered.zone());
    return of(run, run.attempt(), gathered.assessments(), today);
  }

  /// As it was recorded; of what an older version decided, as far as the run still tells it: its
  /// mode of now, and the day in UTC.
  ///
  /// @return empty when the attempt was not decided, or its facts are gone
  public Optional<RunContext> of(Run run, Attempt attempt) {
    if (attempt.context() != null) {
      return Optional.of(attempt.context());
    }
    var assessments = attempt.assessments();
    var decidedAt = attempt.decidedAt();
    return assessments == null || decidedAt == null
        ? Optional.empty()
        : Optional.of(
            of(run, attempt.number(), assessments, LocalDate.ofInstant(decidedAt, ZoneOffset.UTC)));
  }

  private RunContext of(Run run, int attempt, Assessments assessments, LocalDate today) {
    return new RunContext(
        run.mode().name(),
        run.source(),
        run.source().equals(BATCH),
        attempt,
        run.previousRun() != null,
        today,
        assessments.opportunity().findings().stream()
            .findFirst()
            .filter(deal -> deal.id() != null)
            .map(tiers::of)
            .orElse(null));
  }
}
