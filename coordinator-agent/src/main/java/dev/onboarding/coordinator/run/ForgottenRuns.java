package dev.onboarding.coordinator.run;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives every open run without a planned execution one again: an older version that runs beside
/// this one ends executions it does not understand.
final class ForgottenRuns {

  private static final Logger LOG = LoggerFactory.getLogger(ForgottenRuns.class);
  private static final int MOST = 500;

  private final RunStores stores;
  private final RunQueue queue;
  private final Duration after;
  private final Clock clock;

  ForgottenRuns(RunStores stores, RunQueue queue, Duration after, Clock clock) {
    this.stores = stores;
    this.queue = queue;
    this.after = after;
    this.clock = clock;
  }

  void find() {
    for (var id : stores.runs().forgotten(clock.instant().minus(after), MOST)) {
      stores.inTransaction(() -> {
        stores
            .runs()
            .lock(id)
            .filter(run -> run.state().runnable())
            .ifPresent(run -> queue.enqueue(stores.runs().newTicket(run)));
        return id;
      });
      LOG.warn("Run {} had no planned execution and got one", id);
    }
  }
}
