package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.docusign.RunEnvelopes;
import dev.onboarding.coordinator.run.Attempts;
import dev.onboarding.coordinator.run.Journal;
import dev.onboarding.coordinator.run.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Writes down what was established for a run, whoever read it; callers bring the transaction.
public final class RecordedEvidence {

  private final Attempts attempts;
  private final Journal journal;
  private final RunEnvelopes envelopes;

  RecordedEvidence(Attempts attempts, Journal journal, RunEnvelopes envelopes) {
    this.attempts = attempts;
    this.journal = journal;
    this.envelopes = envelopes;
  }

  /// The run then has gathered its evidence, and goes on by judging it.
  public void record(Run run, Gathered gathered, Instant now) {
    journal.recordKnown(run, StepNames.GATHER, gathered);
    beside(run, gathered, now);
  }

  /// The run is then found by the account's id as well as by the key the trigger gave, and by the
  /// envelope of its contract.
  void beside(Run run, Gathered gathered, Instant now) {
    attempts.tookPart(run, gathered.servers());
    envelopes.read(run, gathered.envelope().orElse(null), now);
    gathered.account().ifPresent(account -> identify(run, account.id(), account.name()));
  }

  private void identify(Run run, @Nullable String id, @Nullable String name) {
    if (id != null) {
      attempts.identify(run, id, name);
    }
  }
}
