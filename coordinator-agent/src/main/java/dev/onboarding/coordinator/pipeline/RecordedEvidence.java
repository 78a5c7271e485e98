package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.docusign.RunEnvelopes;
import dev.onboarding.coordinator.run.Attempts;
import dev.onboarding.coordinator.run.Journal;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.model.finding.AccountFinding;
import java.time.Instant;

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
    var account = gathered.account();
    attempts.established(
        run,
        gathered.servers(),
        account.map(AccountFinding::id).orElse(null),
        account.map(AccountFinding::name).orElse(null));
    envelopes.read(run, gathered.envelope().orElse(null), now);
  }
}
