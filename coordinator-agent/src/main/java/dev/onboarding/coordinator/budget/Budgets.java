package dev.onboarding.coordinator.budget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what the connectors have written of limits, breakers and costs; nothing where no connector
/// has ever used this database.
public final class Budgets {

  private static final String ALLOCATIONS =
      """
      select system, allocation, used, allowed, kept, per_hour, used_up_at, resets_at, read_at
      from quota.budget order by system, allocation\
      """;
  private static final String POOLS =
      """
      select p.pool, count(*), count(*) filter (where p.until > clock_timestamp()),
          (select count(*) from quota.waiters w
           where w.pool = p.pool and w.until > clock_timestamp())
      from quota.permits p group by p.pool order by p.pool\
      """;
  private static final String COSTS =
      """
      select system, operation_class, calls, bytes_out, bytes_in, micros / 1000, share_of_quota
      from quota.run_costs where run = ? order by system, operation_class\
      """;

  /// What no node confirms any longer is of a node that is gone.
  private static final String BREAKERS =
      """
      select system, operation_class, state, since, node from quota.breakers
      where seen_at > clock_timestamp() - interval '2 minutes'
      order by system, operation_class, node\
      """;

  private final JdbcClient jdbc;
  private volatile boolean known;

  Budgets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Allocation> allocations() {
    return rows(
        ALLOCATIONS,
        (row, _) ->
            new Allocation(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getBigDecimal(6),
                instant(row, 7),
                instant(row, 8),
                row.getTimestamp(9).toInstant()));
  }

  public List<Pool> pools() {
    return rows(
        POOLS,
        (row, _) -> new Pool(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
  }

  public List<RunCost> costsOf(String run) {
    return rows(
        COSTS,
        (row, _) ->
            new RunCost(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getBigDecimal(7)),
        run);
  }

  public List<Breaker> breakers() {
    return rows(
        BREAKERS,
        (row, _) ->
            new Breaker(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant(),
                row.getString(5)));
  }

  private <T> List<T> rows(String query, RowMapper<T> mapper, Object... parameters) {
    if (!known) {
      known =
          jdbc.sql("select to_regclass('quota.budget') is not null").query(Boolean.class).single();
    }
    return known ? jdbc.sql(query).params(parameters).query(mapper).list() : List.of();
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
