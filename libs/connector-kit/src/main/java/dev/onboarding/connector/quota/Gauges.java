package dev.onboarding.connector.quota;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// What systems said last of their allocations: told to all nodes, and as metrics with a forecast
/// of when each will be used up.
final class Gauges {

  private static final String WRITE =
      """
      insert into quota.gauges as old (system, allocation, used, allowed, kept, resets_at, read_at)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (system, allocation) do update set used = excluded.used,
          allowed = excluded.allowed, kept = excluded.kept, resets_at = excluded.resets_at,
          read_at = excluded.read_at
      where old.read_at < excluded.read_at\
      """;
  private static final String WRITE_MINUTE =
      """
      insert into quota.readings (system, allocation, minute, used, allowed)
      values (?, ?, date_trunc('minute', ?::timestamptz), ?, ?)
      on conflict (system, allocation, minute) do update
          set used = excluded.used, allowed = excluded.allowed\
      """;
  private static final String FORECAST =
      "select system, allocation, used_up_at from quota.budget where used_up_at is not null";

  private final JdbcTemplate database;
  private final MeterRegistry meters;
  private final Clock clock;
  private final Map<Name, Reading> read = new ConcurrentHashMap<>();
  private final Map<Name, Reading> written = new ConcurrentHashMap<>();
  private volatile Map<Name, Instant> usedUpAt = Map.of();

  Gauges(JdbcTemplate database, MeterRegistry meters, Clock clock) {
    this.database = database;
    this.meters = meters;
    this.clock = clock;
  }

  void read(String system, String allocation, Usage usage, long kept, @Nullable Instant resetsAt) {
    var name = new Name(system, allocation);
    var reading = new Reading(usage, kept, resetsAt, clock.instant());
    if (read.put(name, reading) == null) {
      register(name);
    }
  }

  void write() {
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> minutes = new ArrayList<>();
    Map<Name, Reading> news = new HashMap<>();
    read.forEach((name, reading) -> {
      if (!reading.equals(written.get(name))) {
        news.put(name, reading);
        rows.add(row(name, reading));
        minutes.add(minute(name, reading));
      }
    });
    if (!news.isEmpty()) {
      database.batchUpdate(WRITE, rows);
      database.batchUpdate(WRITE_MINUTE, minutes);
      written.putAll(news);
    }
  }

  /// Reads the forecast that all nodes share.
  void forecast() {
    Map<Name, Instant> found = new HashMap<>();
    database.query(
        FORECAST,
        row -> {
          found.put(new Name(row.getString(1), row.getString(2)), row.getTimestamp(3).toInstant());
        });
    usedUpAt = Map.copyOf(found);
  }

  private void register(Name name) {
    gauge(
        name,
        "upstream.allocation.used",
        "Calls counted against the allocation",
        each -> each.usage().used());
    gauge(
        name,
        "upstream.allocation.allowed",
        "Calls the allocation holds",
        each -> each.usage().allowed());
    gauge(name, "upstream.allocation.kept", "Calls kept for people", Reading::kept);
    Gauge.builder("upstream.allocation.used.up.seconds", this, gauges -> gauges.secondsLeft(name))
        .description("Until the allocation is used up at the pace of the last hour; NaN if never")
        .tag("system", name.system())
        .tag("allocation", name.allocation())
        .register(meters);
  }

  private void gauge(
      Name name,
      String meter,
      String description,
      java.util.function.ToLongFunction<Reading> value) {
    Gauge.builder(
            meter,
            read,
            readings -> {
              Reading reading = readings.get(name);
              return reading == null ? Double.NaN : value.applyAsLong(reading);
            })
        .description(description)
        .tag("system", name.system())
        .tag("allocation", name.allocation())
        .register(meters);
  }

  private double secondsLeft(Name name) {
    Instant end = usedUpAt.get(name);
    return end == null ? Double.NaN : Duration.between(clock.instant(), end).toSeconds();
  }

  private static Object[] row(Name name, Reading reading) {
    Instant resets = reading.resetsAt();
    return new Object[] {
      name.system(),
      name.allocation(),
      reading.usage().used(),
      reading.usage().allowed(),
      reading.kept(),
      resets == null ? null : Timestamp.from(resets),
      Timestamp.from(reading.at())
    };
  }

  private static Object[] minute(Name name, Reading reading) {
    return new Object[] {
      name.system(),
      name.allocation(),
      Timestamp.from(reading.at()),
      reading.usage().used(),
      reading.usage().allowed()
    };
  }

  private record Name(String system, String allocation) {}

  private record Reading(Usage usage, long kept, @Nullable Instant resetsAt, Instant at) {}
}
