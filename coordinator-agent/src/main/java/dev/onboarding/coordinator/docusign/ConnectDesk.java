package dev.onboarding.coordinator.docusign;

import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.coordinator.run.RunStores;

/// Takes an event once, attaches it to the runs it concerns and wakes those that wait, all in one
/// transaction: what was answered with success is not lost.
final class ConnectDesk {

  private final RunStores stores;
  private final ConnectEvents events;
  private final Awakening awakening;

  ConnectDesk(RunStores stores, ConnectEvents events, Awakening awakening) {
    this.stores = stores;
    this.events = events;
    this.awakening = awakening;
  }

  Heard hear(ConnectEvent event) {
    return stores.inTransaction(() -> {
      if (!events.remember(event)) {
        return Heard.REPEATED;
      }
      var concerned = events.concernedBy(event);
      concerned.forEach(this::tell);
      if (concerned.isEmpty()) {
        return Heard.UNKNOWN;
      }
      return concerned.stream().anyMatch(Concerned::waits) ? Heard.WOKEN : Heard.ATTACHED;
    });
  }

  /// For events that came while their run was reading or acting.
  ///
  /// @return how many runs were woken
  int lookAgain() {
    return stores.inTransaction(() -> {
      var overlooked = events.overlooked();
      overlooked.forEach(this::tell);
      return overlooked.size();
    });
  }

  /// Locks the run before anything else of it, as its own execution does.
  private void tell(Concerned run) {
    if (run.waits()) {
      if (awakening.wake(run.runId(), "DocuSign tells of " + run.event())) {
        events.looked(run);
      }
    }
    events.attach(run);
  }

  /// Makes a run that waits look again now.
  @FunctionalInterface
  interface Awakening {

    /// @return false when it did not wait any more
    boolean wake(RunId run, String why);
  }
}
