package dev.onboarding.edge.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes rows, each for good before [#write] returns. While some are being written, those that
/// arrive gather and are written together: many callers at once cost one commit.
///
/// Whoever waits longest writes next, and is woken before those whose rows are done: they have
/// answers to send, and the database would stand idle meanwhile.
final class Gathered<R> {

  private static final int MOST = 100;

  private final Consumer<List<R>> together;
  private final Consumer<R> alone;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Row<R>> waiting = new ArrayList<>();
  private boolean writing;

  /// @param together writes all or none
  /// @param alone writes one that may be written already
  Gathered(Consumer<List<R>> together, Consumer<R> alone) {
    this.together = together;
    this.alone = alone;
  }

  /// @throws RuntimeException when the row could not be written
  void write(R value) {
    var row = new Row<>(value);
    enqueue(row);
    if (row.awaited() == State.WRITES) {
      writeAll(taken());
    }
    if (row.failure != null) {
      throw row.failure;
    }
  }

  private void enqueue(Row<R> row) {
    lock.lock();
    try {
      waiting.add(row);
      if (!writing) {
        writing = true;
        row.state = State.WRITES;
      }
    } finally {
      lock.unlock();
    }
  }

  /// What the one whose turn it is must write for all; its own row is the first.
  private List<Row<R>> taken() {
    lock.lock();
    try {
      List<Row<R>> next = waiting.subList(0, Math.min(MOST, waiting.size()));
      List<Row<R>> batch = new ArrayList<>(next);
      next.clear();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void writeAll(List<Row<R>> batch) {
    try {
      together.accept(batch.stream().map(row -> row.value).toList());
      batch.forEach(row -> row.failure = null);
    } catch (RuntimeException whole) {
      // One row that cannot be written keeps none of the others from it.
      batch.forEach(this::writeAlone);
    } finally {
      finish(batch);
    }
  }

  private void writeAlone(Row<R> row) {
    try {
      alone.accept(row.value);
      row.failure = null;
    } catch (RuntimeException failure) {
      row.failure = failure;
    }
  }

  private void finish(List<Row<R>> batch) {
    handOn();
    batch.forEach(row -> row.become(State.DONE));
  }

  private void handOn() {
    lock.lock();
    try {
      if (waiting.isEmpty()) {
        writing = false;
      } else {
        waiting.getFirst().become(State.WRITES);
      }
    } finally {
      lock.unlock();
    }
  }

  private enum State {
    WAITS,
    /// for all that wait
    WRITES,
    DONE
  }

  /// One row on its way, and who brought it.
  private static final class Row<R> {

    private final R value;
    private final Thread caller = Thread.currentThread();
    private volatile State state = State.WAITS;

    /// Until it is known that it was written.
    private @Nullable RuntimeException failure = new IllegalStateException("It was not written");

    private Row(R value) {
      this.value = value;
    }

    private void become(State next) {
      state = next;
      LockSupport.unpark(caller);
    }

    /// Waits until something is to be done or is done; an interrupt is kept for later.
    private State awaited() {
      boolean interrupted = false;
      while (state == State.WAITS) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return state;
    }
  }
}
