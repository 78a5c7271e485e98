package dev.onboarding.connector.quota;

import dev.onboarding.connector.BreakerState;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;

/// How the breakers of this node stand, told to all: written when one changes, and confirmed while
/// the node lives.
final class BreakerBoard {

  private static final Duration BETWEEN_CONFIRMATIONS = Duration.ofSeconds(20);
  private static final String WRITE =
      """
      insert into quota.breakers (node, system, operation_class, state, since, seen_at)
      values (?, ?, ?, ?, ?, ?)
      on conflict (node, system, operation_class) do update
          set state = excluded.state, since = excluded.since, seen_at = excluded.seen_at\
      """;

  private final JdbcTemplate database;
  private final String node;
  private final Clock clock;
  private final Map<String, BreakerState> states = new ConcurrentHashMap<>();
  private volatile boolean changed;
  private Instant writtenAt = Instant.MIN;

  BreakerBoard(JdbcTemplate database, String node, Clock clock) {
    this.database = database;
    this.node = node;
    this.clock = clock;
  }

  void put(BreakerState breaker) {
    states.put(breaker.system() + "/" + breaker.operationClass(), breaker);
    changed = true;
  }

  List<BreakerState> states() {
    return List.copyOf(states.values());
  }

  void write() {
    Instant now = clock.instant();
    boolean due = writtenAt.plus(BETWEEN_CONFIRMATIONS).isBefore(now);
    if (states.isEmpty() || !(changed || due)) {
      return;
    }
    changed = false;
    writtenAt = now;
    database.batchUpdate(WRITE, states.values().stream().map(state -> row(state, now)).toList());
  }

  /// A node that ends takes its rows away.
  void clear() {
    database.update("delete from quota.breakers where node = ?", node);
  }

  private Object[] row(BreakerState breaker, Instant now) {
    return new Object[] {
      node,
      breaker.system(),
      breaker.operationClass().toString(),
      breaker.state(),
      Timestamp.from(breaker.since()),
      Timestamp.from(now)
    };
  }
}
