package dev.onboarding.coordinator.run;

import java.util.List;

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
    var queued = runs.lockBehind(moved.id());
    if (queued.isEmpty()) {
      return moved;
    }
    return moved.state().ended() ? begin(queued, moved) : takeOver(queued, moved);
  }

  /// The eldest begins, and the others wait for it.
  private Run begin(List<Run> queued, Run ended) {
    var first = queued.getFirst();
    queued.stream().skip(1).forEach(other -> runs.queueBehind(other, first));
    queue.enqueue(runs.newTicket(first));
    return ended;
  }

  private Run takeOver(List<Run> queued, Run waiting) {
    for (var each : queued) {
      runs.continueIn(each, waiting);
      triggers.adopt(waiting, each.opportunityId(), each.mode());
    }
    var woken = runs.newTicket(waiting);
    queue.enqueue(woken);
    return woken;
  }
}
