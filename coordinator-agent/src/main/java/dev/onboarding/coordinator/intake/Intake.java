package dev.onboarding.coordinator.intake;

import dev.onboarding.coordinator.operation.NodeDrain;
import dev.onboarding.coordinator.run.Opened;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunDesk;
import dev.onboarding.coordinator.run.RunRequest;
import java.util.Optional;

/// The one way in for whoever waits for an answer: what is known is answered at once, what is new
/// within the limits, and nobody is kept waiting by a store that is gone.
public final class Intake {

  private final RunDesk desk;
  private final SourceRates rates;
  private final Backlog backlog;
  private final StorePatience patience;
  private final NodeDrain drain;

  Intake(
      RunDesk desk, SourceRates rates, Backlog backlog, StorePatience patience, NodeDrain drain) {
    this.desk = desk;
    this.rates = rates;
    this.backlog = backlog;
    this.patience = patience;
    this.drain = drain;
  }

  /// As [RunDesk#known].
  public Optional<Run> known(RunRequest request) {
    return patience.within(() -> desk.known(request));
  }

  /// As [RunDesk#open], for a request that is not known yet.
  ///
  /// @throws dev.onboarding.coordinator.http.ProblemException when this node is being drained, the
  ///   source asks too often, the queue is full or the store does not answer
  public Opened open(RunRequest request) {
    drain.admit();
    return patience.within(() -> {
      rates.take(request.source());
      backlog.take();
      return desk.open(request);
    });
  }
}
