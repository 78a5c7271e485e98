package dev.onboarding.connector.quota;

import dev.onboarding.connector.Exchange;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/// What each run has cost. Exchanges are summed here and written together, so that no call waits
/// for the books; a node that is killed loses what it had not yet written.
final class Ledger {

  private static final String WRITE =
      """
      insert into quota.ledger as old (run, system, operation_class, calls, bytes_out, bytes_in,
          micros, first_at, last_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (run, system, operation_class) do update set
          calls = old.calls + excluded.calls, bytes_out = old.bytes_out + excluded.bytes_out,
          bytes_in = old.bytes_in + excluded.bytes_in, micros = old.micros + excluded.micros,
          last_at = greatest(old.last_at, excluded.last_at)\
      """;

  /// All nodes write in this order, so that none waits for another in a circle.
  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::run)
          .thenComparing(Entry::system)
          .thenComparing(Entry::operationClass);

  private final JdbcTemplate database;
  private final Clock clock;
  private Map<Entry, Sums> unwritten = new HashMap<>();

  Ledger(JdbcTemplate database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  synchronized void add(Exchange exchange) {
    String run = exchange.run();
    unwritten.merge(
        new Entry(run == null ? "" : run, exchange.system(), exchange.operationClass().toString()),
        new Sums(
            1,
            exchange.bytesOut(),
            exchange.bytesIn(),
            exchange.took().toNanos() / 1_000,
            clock.instant()),
        Sums::plus);
  }

  /// @throws DataAccessException when nothing could be written; it is tried again with the next
  void write() {
    Map<Entry, Sums> sums = taken();
    if (sums.isEmpty()) {
      return;
    }
    List<Object[]> rows =
        sums.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(ORDER))
            .map(entry -> row(entry.getKey(), entry.getValue()))
            .toList();
    try {
      database.batchUpdate(WRITE, rows);
    } catch (DataAccessException failed) {
      putBack(sums);
      throw failed;
    }
  }

  private synchronized Map<Entry, Sums> taken() {
    Map<Entry, Sums> sums = unwritten;
    unwritten = new HashMap<>();
    return sums;
  }

  private synchronized void putBack(Map<Entry, Sums> sums) {
    sums.forEach((entry, sum) -> unwritten.merge(entry, sum, Sums::plus));
  }

  private static Object[] row(Entry entry, Sums sums) {
    Timestamp at = Timestamp.from(sums.at());
    return new Object[] {
      entry.run(),
      entry.system(),
      entry.operationClass(),
      sums.calls(),
      sums.bytesOut(),
      sums.bytesIn(),
      sums.micros(),
      at,
      at
    };
  }

  private record Entry(String run, String system, String operationClass) {}

  private record Sums(long calls, long bytesOut, long bytesIn, long micros, Instant at) {

    Sums plus(Sums more) {
      return new Sums(
          calls + more.calls,
          bytesOut + more.bytesOut,
          bytesIn + more.bytesIn,
          micros + more.micros,
          at.isAfter(more.at) ? at : more.at);
    }
  }
}
