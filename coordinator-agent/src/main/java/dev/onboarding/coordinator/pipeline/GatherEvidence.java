package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.docusign.RunEnvelopes;
import dev.onboarding.coordinator.run.Attempts;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import dev.onboarding.model.FailureException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what the decision needs. An external system that fails is a failed domain, never a failed
/// step; a server of ours that is away is met again first, because it may only be restarting.
final class GatherEvidence implements Step<Gathered> {

  private final EvidenceReader reader;
  private final Attempts attempts;
  private final RunEnvelopes envelopes;
  private final Duration serverPatience;

  /// @param serverPatience how long a server of ours may be away before that is the finding
  GatherEvidence(
      EvidenceReader reader, Attempts attempts, RunEnvelopes envelopes, Duration serverPatience) {
    this.reader = reader;
    this.attempts = attempts;
    this.envelopes = envelopes;
    this.serverPatience = serverPatience;
  }

  @Override
  public StepName<Gathered> name() {
    return StepNames.GATHER;
  }

  @Override
  public Set<String> upstreams() {
    return EvidenceReader.UPSTREAMS;
  }

  @Override
  public StepResult<Gathered> perform(StepContext context) {
    var gathered = reader.read(context.run(), context.now());
    var away = EvidenceReader.serverAway(gathered);
    if (away.isPresent() && context.now().isBefore(context.firstTried().plus(serverPatience))) {
      throw new FailureException(away.get());
    }
    return StepResult.done(gathered);
  }

  /// The run is then found by the account's id as well as by the key the trigger gave, and by the
  /// envelope of its contract.
  @Override
  public void alsoRecord(StepContext context, Gathered gathered) {
    attempts.tookPart(context.run(), gathered.servers());
    envelopes.read(context.run(), gathered.envelope().orElse(null), context.now());
    gathered
        .account()
        .filter(account -> account.id() != null)
        .ifPresent(account -> identify(context.run(), account.id(), account.name()));
  }

  private void identify(Run run, @Nullable String id, @Nullable String name) {
    if (id != null) {
      attempts.identify(run, id, name);
    }
  }
}
