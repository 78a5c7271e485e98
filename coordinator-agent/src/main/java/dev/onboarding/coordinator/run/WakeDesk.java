package dev.onboarding.coordinator.run;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wakes runs that wait for somebody, because what they wait for may have happened: each looks at
/// once instead of at its next time.
public final class WakeDesk {

  private static final Logger LOG = LoggerFactory.getLogger(WakeDesk.class);

  private final RunStores stores;
  private final RunQueue queue;

  public WakeDesk(RunStores stores, RunQueue queue) {
    this.stores = stores;
    this.queue = queue;
  }

  /// @param why for the log; the run's history tells what the look found
  /// @return false when the run waits for nothing that could have happened
  public boolean wake(RunId id, String why) {
    return stores.inTransaction(() -> {
      var waiting = stores.runs().lock(id).filter(Run::restsOnOthers);
      waiting.ifPresent(run -> {
        queue.enqueue(stores.runs().newTicket(run));
        LOG.info("Run {} is woken: {}", id, why);
      });
      return waiting.isPresent();
    });
  }

  /// A run that waits for an upstream, for whatever reason, tries it again now.
  public boolean upstreamIsBack(RunId id) {
    return stores.inTransaction(() -> {
      var waiting = stores.runs().lock(id).filter(run -> run.state() == RunState.WAITING_UPSTREAM);
      waiting.ifPresent(run -> queue.enqueue(stores.runs().newTicket(run)));
      return waiting.isPresent();
    });
  }
}
