package dev.onboarding.coordinator.run;

/// What becomes of the run that queues behind another of its account: it begins when the other has
/// ended; and when the other comes to wait for a person or a fact, its trigger goes there and wakes
/// it. Part of the transaction that changes the other's state.
final class Succession {

  private final Runs runs;
  private final Triggers triggers;
  private final RunQueue queue;

  Succession(Runs runs, Triggers triggers, RunQueue queue) {
    this.runs = runs;
    this.triggers = triggers;
    this.queue = queue;
  }

  /// @return the run as it stands then
  Run after(Run moved) {
    if (!moved.state().ended() && !moved.restsOnOthers()) {
      return moved;
    }
    var next = runs.lockBehind(moved.id());
    if (next.isEmpty()) {
      return moved;
    }
    if (moved.state().ended()) {
      queue.enqueue(runs.newTicket(next.get()));
      return moved;
    }
    runs.continueIn(next.get(), moved);
    triggers.adopt(moved, next.get().opportunityId(), next.get().mode());
    var woken = runs.newTicket(moved);
    queue.enqueue(woken);
    return woken;
  }
}
