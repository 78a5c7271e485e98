package dev.onboarding.connector.quota;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/// The permits of one pool, as rows that all nodes share. Taking one is one statement; a permit
/// that comes back is handed to the next caller of this node where one comes at once, and goes back
/// to the others where none does, or after half a second.
final class SharedPool {

  private static final Logger log = LoggerFactory.getLogger(SharedPool.class);

  private static final String TAKE =
      "select quota.take_permit(?, ?, ?, ?, ?, make_interval(secs => ?))";
  private static final String GIVE_BACK = "select quota.give_back(?, ?, ?)";
  private static final String RENEW =
      "select quota.renew_permits(?, ?, ?, make_interval(secs => ?))";

  private static final long LINGER = Duration.ofMillis(2).toNanos();
  private static final long TURN = Duration.ofMillis(500).toNanos();
  private static final long SHORTEST_PAUSE = Duration.ofMillis(5).toNanos();
  private static final long LONGEST_PAUSE = Duration.ofMillis(50).toNanos();

  private final JdbcTemplate database;
  private final String name;
  private final String node;
  private final int size;
  private final int kept;
  private final double leaseSeconds;
  private final Deque<Permit> idle = new ArrayDeque<>();
  private final Set<Integer> held = new HashSet<>();

  SharedPool(JdbcTemplate database, String name, String node, int size, PoolProperties properties) {
    this.database = database;
    this.name = name;
    this.node = node;
    this.size = size;
    this.kept = properties.kept(size);
    this.leaseSeconds = properties.lease().toMillis() / 1_000.0;
  }

  int size() {
    return size;
  }

  int kept() {
    return kept;
  }

  /// @param person whether the permits kept for people may be taken too
  /// @return null when none became free in time
  @Nullable Permit take(boolean person, Duration wait) throws InterruptedException {
    long end = System.nanoTime() + wait.toNanos();
    long pause = SHORTEST_PAUSE;
    while (true) {
      Permit permit = handedOver(person);
      permit = permit == null ? fromAll(person) : permit;
      long left = end - System.nanoTime();
      if (permit != null || left <= 0) {
        return permit;
      }
      LockSupport.parkNanos(Math.min(left, spread(pause)));
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
  }

  void giveBack(Permit permit) {
    boolean turnIsOver = System.nanoTime() - permit.takenAt() > TURN;
    if (!turnIsOver) {
      synchronized (this) {
        idle.addLast(permit);
      }
    }
    Thread.ofVirtual()
        .name("permit-return")
        .start(() -> {
          if (turnIsOver) {
            release(permit);
          } else {
            LockSupport.parkNanos(LINGER);
            releaseIfIdle(permit);
          }
        });
  }

  /// Keeps what is held from becoming free.
  void renew() {
    Integer[] slots;
    synchronized (this) {
      slots = held.toArray(Integer[]::new);
    }
    if (slots.length == 0) {
      return;
    }
    Integer renewed =
        database.queryForObject(RENEW, Integer.class, name, slots, node, leaseSeconds);
    if (renewed == null || renewed < slots.length) {
      log.warn(
          "{} of {} permits of the pool {} ended before their calls did",
          slots.length - (renewed == null ? 0 : renewed),
          slots.length,
          name);
    }
  }

  private @Nullable Permit fromAll(boolean person) {
    Integer slot =
        database.queryForObject(TAKE, Integer.class, name, size, kept, person, node, leaseSeconds);
    if (slot == null) {
      return null;
    }
    synchronized (this) {
      held.add(slot);
    }
    return new Permit(slot, System.nanoTime());
  }

  private synchronized @Nullable Permit handedOver(boolean person) {
    for (Iterator<Permit> each = idle.iterator(); each.hasNext(); ) {
      Permit permit = each.next();
      if (person || permit.slot() <= size - kept) {
        each.remove();
        return permit;
      }
    }
    return null;
  }

  private void releaseIfIdle(Permit permit) {
    synchronized (this) {
      if (!idle.remove(permit)) {
        return;
      }
    }
    release(permit);
  }

  private void release(Permit permit) {
    synchronized (this) {
      held.remove(permit.slot());
    }
    try {
      database.query(GIVE_BACK, _ -> {}, name, permit.slot(), node);
    } catch (DataAccessException lost) {
      log.warn("A permit of the pool {} could not be given back; its lease ends it", name, lost);
    }
  }

  private static long spread(long pause) {
    return pause / 2 + ThreadLocalRandom.current().nextLong(pause);
  }

  /// The right to make one call.
  ///
  /// @param takenAt when this node took it from the others
  record Permit(int slot, long takenAt) {}
}
