package dev.onboarding.allinone.bench;

import com.zaxxer.hikari.HikariDataSource;
import dev.onboarding.allinone.system.DataDirectory;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The measured system's database, looked at from outside.
final class Store implements AutoCloseable {

  private static final String USER = "postgres";

  private static final String RESTING =
      "('COMPLETED', 'WAITING_APPROVAL', 'WAITING_FACT', 'REJECTED', 'PARKED', 'CANCELLED')";

  private final String url;
  private final String password;
  private final SingleConnectionDataSource own;
  private final JdbcClient jdbc;

  Store(String url, DataDirectory data) {
    this.url = url;
    this.password = data.databasePassword();
    this.own = new SingleConnectionDataSource(url, USER, password, true);
    this.jdbc = JdbcClient.create(own);
  }

  /// More connections to the same database.
  HikariDataSource pooled(int connections) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setUsername(USER);
    pool.setPassword(password);
    pool.setMaximumPoolSize(connections);
    return pool;
  }

  JdbcClient jdbc() {
    return jdbc;
  }

  /// How many runs that were accepted since then need nothing more for now.
  int atRest(Instant since) {
    return jdbc.sql(
            "select count(*) from coordinator.run where created_at >= ? and state in " + RESTING)
        .param(utc(since))
        .query(Integer.class)
        .single();
  }

  Map<String, Integer> states(Instant since) {
    Map<String, Integer> states = new TreeMap<>();
    jdbc.sql("select state, count(*) from coordinator.run where created_at >= ? group by state")
        .param(utc(since))
        .query(row -> {
          states.put(row.getString(1), row.getInt(2));
        });
    return states;
  }

  /// When the last of the runs accepted since then came to rest.
  Instant lastRest(Instant since) {
    return jdbc.sql("select max(updated_at) from coordinator.run where created_at >= ?")
        .param(utc(since))
        .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .single();
  }

  /// Steps recorded, on average, for a run accepted since then.
  double stepsPerRun(Instant since) {
    return jdbc.sql(
            """
            select count(*)::float8 / count(distinct r.id)
            from coordinator.run r join coordinator.step s on s.run_id = r.id
            where r.created_at >= ?\
            """)
        .param(utc(since))
        .query(Double.class)
        .single();
  }

  /// What share of the runs accepted since then was decided PROCEED.
  double proceeded(Instant since) {
    return jdbc.sql(
            """
            select coalesce(avg((verdict = 'PROCEED')::int), 0)
            from coordinator.run where created_at >= ?\
            """)
        .param(utc(since))
        .query(Double.class)
        .single();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  @Override
  public void close() {
    own.destroy();
  }
}
