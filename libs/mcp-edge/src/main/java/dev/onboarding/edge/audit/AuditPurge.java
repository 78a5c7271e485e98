package dev.onboarding.edge.audit;

import dev.onboarding.edge.EdgeProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/// Removes what this server recorded longer ago than it must be kept. Each server removes its own
/// rows only, so that a setting of one never shortens the trail of another.
public final class AuditPurge implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(AuditPurge.class);

  /// Rows of each table in one transaction.
  private static final int CHUNK = 5_000;

  private static final Duration FIRST = Duration.ofMinutes(1);

  private final JdbcTemplate database;
  private final EdgeProperties server;
  private final Clock clock;
  private volatile @Nullable ScheduledExecutorService rounds;

  public AuditPurge(JdbcTemplate database, EdgeProperties server, Clock clock) {
    this.database = database;
    this.server = server;
    this.clock = clock;
  }

  /// @return how many rows were removed; the removals themselves are rows of the trail
  public long purge() {
    var before =
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minus(server.auditRetention());
    long all = 0;
    for (long some = chunk(before); some > 0; some = chunk(before)) {
      all += some;
    }
    for (long some = prune(before); some > 0; some = prune(before)) {
      all += some;
    }
    if (all > 0) {
      LOG.info("{} rows of the audit trail from before {} were removed", all, before);
    }
    return all;
  }

  /// The oldest part of the chain up to a checkpoint, so that what is left can still be checked.
  private long prune(OffsetDateTime before) {
    Long through =
        database.queryForObject(
            "select audit.prunable(?, ?, ?)", Long.class, server.name(), before, CHUNK);
    if (through == null) {
      return 0;
    }
    var details =
        Map.<String, Object>of("through", through, "before", before.toInstant().toString());
    var note = new Note(Note.Kind.REMOVAL, "audit purge", null, null, details);
    var says =
        ChainStore.json(
            List.of(Entry.note(server.name(), server.version(), note, clock.instant())));
    Long removed =
        database.queryForObject(
            "select audit.prune(?, ?, ?, ?::jsonb)",
            Long.class,
            server.name(),
            before,
            through,
            says);
    return removed == null ? 0 : removed;
  }

  /// Rows of versions before the chain.
  private long chunk(OffsetDateTime before) {
    Long removed =
        database.queryForObject(
            "select audit.purge(?, ?, ?)", Long.class, server.name(), before, CHUNK);
    return removed == null ? 0 : removed;
  }

  /// What fails is done by the next round.
  private void round() {
    try {
      purge();
    } catch (DataAccessException failed) {
      LOG.warn("The audit trail was not purged; the next round goes on", failed);
    }
  }

  @Override
  public void start() {
    var pause = server.auditPurgeEvery();
    var first = FIRST.compareTo(pause) < 0 ? FIRST : pause;
    var starting =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("audit-purge").factory());
    var _ =
        starting.scheduleWithFixedDelay(
            this::round, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    rounds = starting;
  }

  @Override
  public void stop() {
    var running = rounds;
    if (running != null) {
      running.shutdownNow();
      rounds = null;
    }
  }

  @Override
  public boolean isRunning() {
    return rounds != null;
  }
}
