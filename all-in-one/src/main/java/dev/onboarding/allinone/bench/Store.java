package dev.onboarding.allinone.bench;

import com.zaxxer.hikari.HikariDataSource;
import dev.onboarding.allinone.system.DataDirectory;
import dev.onboarding.allinone.system.DatabaseAccess;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
  private final String servingUser;
  private final String servingPassword;
  private final SingleConnectionDataSource own;
  private final JdbcClient jdbc;
  private final SingleConnectionDataSource probe;
  private final JdbcClient probes;

  Store(String url, DataDirectory data) {
    this.url = url;
    this.password = data.databasePassword();
    this.servingUser = DatabaseAccess.SERVING;
    this.servingPassword = data.servingPassword();
    this.own = new SingleConnectionDataSource(url, USER, password, true);
    this.jdbc = JdbcClient.create(own);
    this.probe = new SingleConnectionDataSource(url, USER, password, true);
    this.probes = JdbcClient.create(probe);
    jdbc.sql("create schema if not exists bench").update();
    jdbc.sql("create table if not exists bench.probe (number int)").update();
  }

  /// How a server of ours is told to reach the same database, in the role of those that serve.
  Map<String, Object> servingConnection() {
    return Map.of(
        "spring.datasource.url", url,
        "spring.datasource.username", servingUser,
        "spring.datasource.password", servingPassword);
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

  /// Finished runs, copies included.
  int finished() {
    return jdbc.sql("select count(*) from coordinator.run where state = 'COMPLETED'")
        .query(Integer.class)
        .single();
  }

  /// Characters of the reports of runs accepted since then.
  long reportBytes(Instant since) {
    return jdbc.sql(
            """
            select coalesce(sum(octet_length(p.content)), 0)
            from coordinator.run r join coordinator.report p on p.run_id = r.id
            where r.created_at >= ?\
            """)
        .param(utc(since))
        .query(Long.class)
        .single();
  }

  /// What the database has done and holds by now.
  Usage usage() {
    return jdbc.sql(
            """
            select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as commits,
              (pg_current_wal_lsn() - '0/0')::bigint as logged,
              (select sum(pg_total_relation_size(c.oid))
               from pg_class c join pg_namespace s on s.oid = c.relnamespace
               where c.relkind = 'r'
                 and s.nspname in ('coordinator', 'provisioning', 'audit', 'scheduler')) as stored\
            """)
        .query((row, number) ->
            new Usage(row.getLong("commits"), row.getLong("logged"), row.getLong("stored")))
        .single();
  }

  /// @param commits of transactions that wrote
  /// @param logged bytes of the write-ahead log
  /// @param stored bytes of our tables and their indexes
  record Usage(long commits, long logged, long stored) {

    Usage since(Usage before) {
      return new Usage(commits - before.commits, logged - before.logged, stored - before.stored);
    }
  }

  /// How long one row takes until it is written for good.
  Duration durableInsert() {
    long begun = System.nanoTime();
    probes.sql("insert into bench.probe values (1)").update();
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /// The columns of a table that a statement may fill.
  List<String> columns(String table) {
    return jdbc.sql(
            """
            select column_name from information_schema.columns
            where table_schema || '.' || table_name = ? and is_identity = 'NO'
              and is_generated = 'NEVER' order by ordinal_position\
            """)
        .param(table)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  @Override
  public void close() {
    own.destroy();
    probe.destroy();
  }
}
