package dev.onboarding.edge.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes rows, each for good before [#write] returns. While some are being written, those that
/// arrive gather and are written together: many callers at once cost one commit.
final class Gathered<R> {

  private static final int MOST = 100;

  private final Consumer<List<R>> together;
  private final Consumer<R> alone;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition written = lock.newCondition();
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
    for (var batch = next(row); !batch.isEmpty(); batch = next(row)) {
      writeAll(batch);
    }
    if (row.failure != null) {
      throw row.failure;
    }
  }

  private void enqueue(Row<R> row) {
    lock.lock();
    try {
      waiting.add(row);
    } finally {
      lock.unlock();
    }
  }

  /// Waits until somebody has written the row, or nobody is writing.
  ///
  /// @return what the caller must write for all; empty when its own row is written
  private List<Row<R>> next(Row<R> row) {
    lock.lock();
    try {
      while (writing && !row.done) {
        written.awaitUninterruptibly();
      }
      if (row.done) {
        return List.of();
      }
      writing = true;
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
    lock.lock();
    try {
      batch.forEach(row -> row.done = true);
      writing = false;
      written.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// One row on its way; what becomes of it is read under the lock, or by who wrote it.
  private static final class Row<R> {

    private final R value;
    private boolean done;

    /// Until it is known that it was written.
    private @Nullable RuntimeException failure = new IllegalStateException("It was not written");

    private Row(R value) {
      this.value = value;
    }
  }
}
