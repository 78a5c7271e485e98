package dev.onboarding.edge.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/// Writes rows of one kind, each for good before [#write] returns. While some are being written,
/// those that arrive gather and are written together: many callers at once cost one commit.
final class GatheredRows {

  private static final int MOST = 100;

  private final JdbcTemplate database;
  private final String insert;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition written = lock.newCondition();
  private final List<Row> waiting = new ArrayList<>();
  private boolean writing;

  /// @param insert harmless when it is repeated with the same row
  GatheredRows(JdbcTemplate database, String insert) {
    this.database = database;
    this.insert = insert;
  }

  /// @throws DataAccessException when the row could not be written
  void write(@Nullable Object... values) {
    var row = new Row(values);
    List<Row> batch = gathered(row);
    if (!batch.isEmpty()) {
      writeAll(batch);
    }
    if (row.failure != null) {
      throw row.failure;
    }
  }

  /// Waits until somebody has written the row, or nobody is writing.
  ///
  /// @return what the caller must write for all, its own row included; empty when that is done
  private List<Row> gathered(Row row) {
    lock.lock();
    try {
      waiting.add(row);
      while (writing && !row.done) {
        written.awaitUninterruptibly();
      }
      if (row.done) {
        return List.of();
      }
      writing = true;
      List<Row> next = waiting.subList(0, Math.min(MOST, waiting.size()));
      List<Row> batch = new ArrayList<>(next);
      next.clear();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void writeAll(List<Row> batch) {
    try {
      database.batchUpdate(insert, batch.stream().map(row -> row.values).toList());
    } catch (DataAccessException whole) {
      // One row that cannot be written keeps none of the others from it.
      batch.forEach(this::writeAlone);
    } finally {
      finish(batch);
    }
  }

  private void writeAlone(Row row) {
    try {
      database.update(insert, row.values);
    } catch (DataAccessException failure) {
      row.failure = failure;
    }
  }

  private void finish(List<Row> batch) {
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
  private static final class Row {

    private final @Nullable Object[] values;
    private boolean done;
    private @Nullable DataAccessException failure;

    private Row(@Nullable Object[] values) {
      this.values = values;
    }
  }
}
