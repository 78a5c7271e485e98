package dev.onboarding.coordinator.run;

import dev.onboarding.model.Failure;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Everything an execution writes about its run: each method is one short transaction, and each
/// first makes sure that the run is still held under the same epoch.
final class RunBook {

  private final RunStores stores;
  private final Runs runs;
  private final Journal journal;

  RunBook(RunStores stores) {
    this.stores = stores;
    this.runs = stores.runs();
    this.journal = stores.journal();
  }

  Optional<Run> claim(RunId id) {
    return stores.inTransaction(() -> runs.claim(id));
  }

  Recorded recorded(Run run) {
    return journal.recorded(run.id(), run.attempt());
  }

  Optional<Approval> approval(Run run) {
    return stores.approvals().of(run.id(), run.attempt());
  }

  /// Records that the step is about to be performed, and that the run is in the step's state.
  Intent intend(Run run, RunState state, StepName<?> step) {
    return stores.inTransaction(() -> {
      runs.hold(run);
      var moved = run.state() == state ? run : runs.move(run, state, null, null);
      return journal.intend(moved, step);
    });
  }

  <T> JsonNode done(Step<T> step, StepContext context, T outcome) {
    return stores.inTransaction(() -> {
      runs.hold(context.run());
      step.alsoRecord(context, outcome);
      return journal.done(context.run(), step.name(), outcome);
    });
  }

  Run waiting(Run run, StepName<?> step, RunState state, Instant until) {
    return stores.inTransaction(() -> {
      runs.hold(run);
      journal.waiting(run, step);
      return runs.move(run, state, null, until);
    });
  }

  /// @return how often the step has failed in a row
  int failed(Run run, StepName<?> step, Failure failure) {
    return stores.inTransaction(() -> {
      runs.hold(run);
      return journal.failed(run, step, failure);
    });
  }

  Run move(Run run, RunState next, @Nullable Failure failure, @Nullable Instant wakeAt) {
    return stores.inTransaction(() -> runs.move(run, next, failure, wakeAt));
  }
}
