package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import dev.onboarding.model.FailureException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Reads what the decision needs. An external system that fails is a failed domain, never a failed
/// step; a server of ours that is away is met again first, because it may only be restarting.
final class GatherEvidence implements Step<Gathered> {

  private final EvidenceReader reader;
  private final RecordedEvidence evidence;
  private final Duration serverPatience;

  /// @param serverPatience how long a server of ours may be away before that is the finding
  GatherEvidence(EvidenceReader reader, RecordedEvidence evidence, Duration serverPatience) {
    this.reader = reader;
    this.evidence = evidence;
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

  @Override
  public Optional<Runnable> alongside(StepContext context, Gathered gathered) {
    return Optional.of(() -> evidence.beside(context.run(), gathered, context.now()));
  }
}
