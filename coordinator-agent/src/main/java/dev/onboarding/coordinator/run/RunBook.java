package dev.onboarding.coordinator.run;

import dev.onboarding.model.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Everything an execution writes about its run: each method is one short transaction, and each but
/// the first makes sure that the run is still held under the same epoch. What came out of the steps
/// before is recorded in the same transaction.
final class RunBook {

  private final RunStores stores;
  private final Runs runs;
  private final Journal journal;
  private final StepWrites writes;
  private final RunQueue queue;
  private final Succession succession;

  RunBook(RunStores stores, RunQueue queue) {
    this.stores = stores;
    this.runs = stores.runs();
    this.journal = stores.journal();
    this.writes = stores.writes();
    this.queue = queue;
    this.succession = new Succession(runs, stores.triggers(), queue);
  }

  Optional<Run> claim(RunTicket ticket) {
    return runs.claim(new RunId(ticket.run()), ticket.ticket());
  }

  Known known(Run run) {
    return new Known(
        run,
        journal.recorded(run.id(), run.attempt()),
        run.verdict() == null ? null : stores.approvals().of(run.id(), run.attempt()).orElse(null),
        run.cancelling() ? stores.acts().cancellation(run.id()).orElse(null) : null);
  }

  /// Records that the step is about to be performed, and that the run is in the step's state.
  Intent intend(Run run, List<Outcome<?>> before, RunState state, StepName<?> step) {
    Supplier<Optional<Intent>> writing =
        () -> writes.intend(run, recordThoseWithMore(run, before), state, step);
    return (hasMore(before) ? stores.inTransaction(writing) : writing.get())
        .orElseThrow(CancelledMeanwhileException::new);
  }

  /// The step answered that it is not done yet; the run rests until then.
  Run waiting(Run run, List<Outcome<?>> before, StepName<?> step, RunState state, Instant until) {
    return inTransaction(
        run,
        before,
        () -> {
          journal.waiting(run, step);
          return succession.after(runs.move(run, state, null, until));
        });
  }

  Failing failed(Run run, List<Outcome<?>> before, StepName<?> step, Failure failure) {
    return inTransaction(run, before, () -> journal.failed(run, step, failure));
  }

  /// A step may not be performed now, so the run waits for the step's upstream; as with a step that
  /// failed, it has been in the step's state before.
  Run paused(
      Run run, List<Outcome<?>> before, RunState in, Failure failure, @Nullable Instant wakeAt) {
    return inTransaction(
        run,
        before,
        () -> {
          var entered = run.state() == RunState.WAITING_UPSTREAM ? run : moved(run, in);
          return succession.after(runs.move(entered, RunState.WAITING_UPSTREAM, failure, wakeAt));
        });
  }

  /// The run rests in the state with nothing wrong, or has ended in it.
  Run end(Run run, List<Outcome<?>> before, RunState state) {
    Supplier<StepWrites.Ending> writing =
        () -> writes.end(run, recordThoseWithMore(run, before), state);
    return switch (hasMore(before) ? stores.inTransaction(writing) : writing.get()) {
      case DONE -> run.in(state, run.updatedAt());
      case CANCELLED -> throw new CancelledMeanwhileException();
      case FOLLOWED -> rest(run, List.of(), state, null, null);
    };
  }

  /// The run rests in the state, or has ended in it.
  Run rest(
      Run run,
      List<Outcome<?>> before,
      RunState next,
      @Nullable Failure failure,
      @Nullable Instant wakeAt) {
    return inTransaction(
        run,
        before,
        () -> {
          var moved = runs.move(run, next, failure, wakeAt);
          if (next == RunState.PARKED) {
            queue.alert(moved);
          }
          return succession.after(moved);
        });
  }

  /// A recorded step no longer holds; the next execution performs it again.
  Run forget(Run run, List<Outcome<?>> before, StepName<?> step) {
    return inTransaction(
        run,
        before,
        () -> {
          journal.forget(run, step);
          return run;
        });
  }

  /// Ends this attempt and begins the next.
  Run startOver(Run run, List<Outcome<?>> before, String why) {
    return inTransaction(
        run,
        before,
        () -> {
          var again = runs.startOver(run, why);
          stores.attempts().begin(again.id(), again.attempt());
          return again;
        });
  }

  private Run moved(Run run, RunState state) {
    return run.state() == state ? run : runs.move(run, state, null, null);
  }

  /// @throws CancelledMeanwhileException after what had come out was recorded
  private <T> T inTransaction(Run run, List<Outcome<?>> before, Supplier<T> work) {
    return stores
        .<Optional<T>>inTransaction(() -> {
          boolean cancelled = writes.record(run, recordThoseWithMore(run, before));
          return cancelled && !run.cancelling() ? Optional.empty() : Optional.of(work.get());
        })
        .orElseThrow(CancelledMeanwhileException::new);
  }

  private static boolean hasMore(List<Outcome<?>> outcomes) {
    return outcomes.stream().anyMatch(outcome -> outcome.alongside().isPresent());
  }

  /// Records the outcomes up to the last that has more to write, and then what they have.
  ///
  /// @return those after it, which the statement that follows records
  private List<Outcome<?>> recordThoseWithMore(Run run, List<Outcome<?>> outcomes) {
    int end = outcomes.size();
    while (end > 0 && outcomes.get(end - 1).alongside().isEmpty()) {
      end--;
    }
    if (end > 0) {
      writes.record(run, outcomes.subList(0, end));
      outcomes.subList(0, end).forEach(outcome -> outcome.alongside().ifPresent(Runnable::run));
    }
    return outcomes.subList(end, outcomes.size());
  }
}
