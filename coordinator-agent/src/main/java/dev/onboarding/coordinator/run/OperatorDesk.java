package dev.onboarding.coordinator.run;

import java.time.Clock;
import java.util.Optional;

/// Takes the orders of people who look after runs: to go on with a parked one, or to end one and
/// undo what it did.
public final class OperatorDesk {

  private final RunStores stores;
  private final RunQueue queue;
  private final Clock clock;

  public OperatorDesk(RunStores stores, RunQueue queue, Clock clock) {
    this.stores = stores;
    this.queue = queue;
    this.clock = clock;
  }

  /// The parked run goes on from its last recorded outcome.
  ///
  /// @return empty when there is no such run
  public Optional<OrderResult> resume(RunId id, String person, String reason) {
    return stores.inTransaction(() ->
        stores
            .runs()
            .lock(id)
            .map(run -> resumed(run, act(OperatorAct.Kind.RESUME, person, reason))));
  }

  private OrderResult resumed(Run run, OperatorAct act) {
    if (run.state() != RunState.PARKED) {
      return new OrderResult.Refused(
          "run-not-parked", "The run is %s; only a parked run is resumed.".formatted(run.state()));
    }
    stores.acts().add(run, act);
    stores.journal().forgive(run);
    return new OrderResult.Accepted(goOn(run, act), false);
  }

  /// The run ends, whatever it does or waits for; what it did is undone in reverse order.
  ///
  /// @return empty when there is no such run
  public Optional<OrderResult> cancel(RunId id, String person, String reason) {
    return stores.inTransaction(() ->
        stores
            .runs()
            .lock(id)
            .map(run -> cancelled(run, act(OperatorAct.Kind.CANCEL, person, reason))));
  }

  private OrderResult cancelled(Run run, OperatorAct act) {
    if (stores.acts().cancellation(run.id()).isPresent()) {
      return new OrderResult.Accepted(run, true);
    }
    if (run.state().ended()) {
      return new OrderResult.Refused(
          "run-ended", "The run has ended %s; nothing is left to cancel.".formatted(run.state()));
    }
    stores.acts().add(run, act);
    var cancelling = stores.runs().cancelling(run);
    // What is being executed sees it before its next step; a call is never left half way.
    boolean executing = run.state() == RunState.GATHERING || run.state() == RunState.ACTING;
    return new OrderResult.Accepted(executing ? cancelling : goOn(cancelling, act), false);
  }

  private OperatorAct act(OperatorAct.Kind kind, String person, String reason) {
    return new OperatorAct(kind, person, reason, clock.instant());
  }

  private Run goOn(Run run, OperatorAct act) {
    var next = run.verdict() == null ? RunState.GATHERING : RunState.ACTING;
    var why = "%s by %s: %s".formatted(act.act(), act.person(), act.reason());
    var woken = stores.runs().newTicket(stores.runs().become(run, next, why));
    queue.enqueue(woken);
    return woken;
  }
}
