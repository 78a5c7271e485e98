package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.pipeline.Comparison.Reading;
import dev.onboarding.coordinator.run.Known;
import dev.onboarding.coordinator.run.Pauses;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunStores;
import dev.onboarding.coordinator.run.SecondLook;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.CallerClass;
import dev.onboarding.model.FailureException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a judged account again and compares: before an approval counts, before anything is made,
/// and while a run waits for something to change.
final class ReadAgain implements SecondLook {

  private final EvidenceReader reader;
  private final Judge judge;
  private final Comparison comparison;
  private final RunStores stores;
  private final Pauses pauses;
  private final Duration evidenceAge;
  private final Clock clock;

  /// @param evidenceAge how old evidence may be when something is done on it
  ReadAgain(
      EvidenceReader reader,
      Judge judge,
      Comparison comparison,
      RunStores stores,
      Pauses pauses,
      Duration evidenceAge,
      Clock clock) {
    this.reader = reader;
    this.judge = judge;
    this.comparison = comparison;
    this.stores = stores;
    this.pauses = pauses;
    this.evidenceAge = evidenceAge;
    this.clock = clock;
  }

  @Override
  public List<String> differences(Run run) {
    var recorded = stores.journal().recorded(run.id(), run.attempt());
    var known = new Known(run, recorded, null, null);
    var now = clock.instant();
    if (!isDue(known, now)) {
      return List.of();
    }
    var differences = new ArrayList<String>();
    // Who approves waits for this.
    new CallContext(run.id().toString(), run.correlationId(), null, null, CallerClass.PERSON)
        .run(() -> differences.addAll(differences(known, now)));
    return List.copyOf(differences);
  }

  /// Whether the evidence is too old to act on as it stands, or somebody has told of a change
  /// since.
  boolean isDue(Known known, Instant now) {
    var gathered = known.required(StepNames.GATHER);
    return gathered.isOlderThan(evidenceAge, now) || toldSince(known.run(), gathered.readAt());
  }

  private boolean toldSince(Run run, @Nullable Instant readAt) {
    return readAt != null && stores.triggers().anySince(run.id(), readAt);
  }

  /// @throws FailureException when a system that answered before cannot be read now
  List<String> differences(Known known, Instant now) {
    var look = look(known, now);
    var outages = look.gathered().outages();
    if (!outages.isEmpty()) {
      throw new FailureException(outages.getFirst());
    }
    return comparison.between(shown(known), look.reading());
  }

  /// Reads and judges afresh, whatever comes of it.
  ///
  /// @throws FailureException while a system is paused, or when the rule set cannot be read here
  Look look(Known known, Instant now) {
    refuseWhilePaused();
    var gathered = reader.read(known.run(), now);
    var decision = judge.decide(known.run(), gathered, now).decision();
    return new Look(gathered, new Reading(gathered.assessments(), decision));
  }

  private void refuseWhilePaused() {
    pauses
        .among(EvidenceReader.UPSTREAMS)
        .ifPresent(paused -> {
          throw new FailureException(paused);
        });
  }

  static Reading shown(Known known) {
    return new Reading(
        known.required(StepNames.GATHER).assessments(), known.required(StepNames.JUDGE).decision());
  }

  /// What a fresh look found.
  record Look(Gathered gathered, Reading reading) {}
}
