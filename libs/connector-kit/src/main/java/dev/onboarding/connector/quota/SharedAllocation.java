package dev.onboarding.connector.quota;

import dev.onboarding.model.CallTally;
import dev.onboarding.model.FailureException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// An allocation that the system itself counts, for all who use it. Every answer tells how much of
/// it is used, so calls cost no look at the database: only a node that has heard nothing for a
/// while reads there what the others have heard.
final class SharedAllocation {

  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private static final String READ =
      "select used, allowed, read_at from quota.gauges where system = ? and allocation = ?";
  private static final String PROBE =
      """
      update quota.gauges set probed_at = ? where system = ? and allocation = ?
      and coalesce(probed_at, read_at) <= ?\
      """;

  private final JdbcTemplate database;
  private final String system;
  private final String name;
  private final AllocationProperties properties;
  private final Clock clock;
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile @Nullable Reading heard;
  private volatile Instant lookedAt = Instant.MIN;
  private volatile Instant probeTriedAt = Instant.MIN;

  SharedAllocation(
      JdbcTemplate database,
      String system,
      String name,
      AllocationProperties properties,
      Clock clock) {
    this.database = database;
    this.system = system;
    this.name = name;
    this.properties = properties;
    this.clock = clock;
  }

  void said(Usage usage) {
    heard = new Reading(usage, clock.instant());
  }

  /// Begins a call, which [#end] ends.
  ///
  /// @throws FailureException when machines have no more calls left; people always go on, until the
  ///   system itself refuses
  void begin(boolean person) {
    int before = underWay.getAndIncrement();
    try {
      Reading known = known();
      if (known != null) {
        Usage usage = known.usage();
        long left = usage.allowed() - usage.used() - before;
        CallTally.current().quotaLeft(Math.max(0, left));
        if (!person && left <= properties.kept(usage.allowed()) && !mayProbe()) {
          throw kept(usage);
        }
      }
    } catch (RuntimeException refused) {
      end();
      throw refused;
    }
  }

  void end() {
    underWay.decrementAndGet();
  }

  /// What was heard last, here or, when that was long ago, by any node.
  private @Nullable Reading known() {
    Reading own = heard;
    Instant now = clock.instant();
    boolean fresh = own != null && own.at().plus(FRESH).isAfter(now);
    if (fresh || lookedAt.plus(BETWEEN_LOOKS).isAfter(now)) {
      return own;
    }
    lookedAt = now;
    Reading others = database.query(READ, SharedAllocation::read, system, name);
    if (others != null && (own == null || others.at().isAfter(own.at()))) {
      heard = others;
    }
    return heard;
  }

  /// One call of all nodes, once in a while, finds out whether there is more again.
  private boolean mayProbe() {
    Instant now = clock.instant();
    if (probeTriedAt.plus(BETWEEN_LOOKS).isAfter(now)) {
      return false;
    }
    probeTriedAt = now;
    Timestamp due = Timestamp.from(now.minus(properties.lookAgain()));
    return database.update(PROBE, Timestamp.from(now), system, name, due) > 0;
  }

  private FailureException kept(Usage usage) {
    return QuotaFailures.usedUp(
        "ALLOCATION_KEPT_FOR_PEOPLE",
        "%s: %d of %d calls are used, and the last %d are kept for people."
            .formatted(system, usage.used(), usage.allowed(), properties.kept(usage.allowed())),
        properties.lookAgain());
  }

  private static @Nullable Reading read(java.sql.ResultSet row) throws java.sql.SQLException {
    return row.next()
        ? new Reading(new Usage(row.getLong(1), row.getLong(2)), row.getTimestamp(3).toInstant())
        : null;
  }

  private record Reading(Usage usage, Instant at) {}
}
