package dev.onboarding.connector.quota;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/// Does once a second what no call should wait for, and removes what is old.
final class Keeper implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Keeper.class);

  private static final Duration BETWEEN_FORECASTS = Duration.ofSeconds(30);
  private static final Duration BETWEEN_REMOVALS = Duration.ofHours(1);
  private static final Duration LEDGER_KEPT = Duration.ofDays(400);
  private static final Duration READINGS_KEPT = Duration.ofDays(2);
  private static final Duration BREAKERS_KEPT = Duration.ofDays(1);

  private final JdbcTemplate database;
  private final Clock clock;
  private final List<Runnable> duties;
  private final Runnable forecast;
  private final ScheduledExecutorService rhythm =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("quota-keeper").factory());
  private Instant forecastAt = Instant.MIN;
  private Instant removedAt = Instant.MIN;

  Keeper(JdbcTemplate database, Clock clock, List<Runnable> duties, Runnable forecast) {
    this.database = database;
    this.clock = clock;
    this.duties = duties;
    this.forecast = forecast;
    var _ = rhythm.scheduleWithFixedDelay(this::keep, 1, 1, TimeUnit.SECONDS);
  }

  /// One duty that fails keeps none of the others from being done.
  synchronized void keep() {
    duties.forEach(Keeper::attempt);
    Instant now = clock.instant();
    if (forecastAt.plus(BETWEEN_FORECASTS).isBefore(now)) {
      forecastAt = now;
      attempt(forecast);
    }
    if (removedAt.plus(BETWEEN_REMOVALS).isBefore(now)) {
      removedAt = now;
      attempt(this::removeOld);
    }
  }

  private void removeOld() {
    remove("quota.ledger", "last_at", LEDGER_KEPT);
    remove("quota.readings", "minute", READINGS_KEPT);
    remove("quota.breakers", "seen_at", BREAKERS_KEPT);
  }

  private void remove(String table, String column, Duration kept) {
    database.update(
        "delete from %s where %s < ?".formatted(table, column),
        Timestamp.from(clock.instant().minus(kept)));
  }

  private static void attempt(Runnable duty) {
    try {
      duty.run();
    } catch (RuntimeException failed) {
      log.warn("The books of external calls could not be kept; they are tried again", failed);
    }
  }

  @Override
  public void close() {
    rhythm.shutdown();
  }
}
