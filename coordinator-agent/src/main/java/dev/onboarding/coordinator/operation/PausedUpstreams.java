package dev.onboarding.coordinator.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// Which upstreams are paused, the same for all nodes. A node asks the store once a second at the
/// most, so a pause counts everywhere a second after it was said.
public final class PausedUpstreams {

  /// Every system that a step of a run may need.
  public static final List<String> KNOWN =
      List.of("salesforce", "netsuite", "docusign", "provisioner", "slack", "mail");

  private static final Duration LIFETIME = Duration.ofSeconds(1);

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Clock clock;
  private volatile @Nullable Known known;

  public PausedUpstreams(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// What is paused of those that somebody needs, by name; usually nothing.
  public List<PausedUpstream> among(Set<String> needed) {
    return needed.isEmpty()
        ? List.of()
        : all().stream().filter(paused -> needed.contains(paused.name())).toList();
  }

  /// What is paused, as this node knows it.
  List<PausedUpstream> all() {
    var now = clock.instant();
    var last = known;
    if (last == null || Duration.between(last.at(), now).abs().compareTo(LIFETIME) >= 0) {
      last = new Known(read(), now);
      known = last;
    }
    return last.paused();
  }

  /// Said again, it is still paused since the first time, with the newer reason.
  PausedUpstream pause(String name, String by, String reason) {
    transactions.executeWithoutResult(status -> {
      jdbc.sql(
              """
              insert into coordinator.paused_upstream (name, paused_by, reason, paused_at)
              values (:name, :by, :reason, :now)
              on conflict (name) do update set paused_by = :by, reason = :reason\
              """)
          .param("name", name)
          .param("by", by)
          .param("reason", reason)
          .param("now", now())
          .update();
      record(name, "paused", by, reason);
    });
    known = null;
    return find(name).orElseThrow();
  }

  /// @return false when it was not paused
  boolean release(String name, String by, String reason) {
    var released =
        Boolean.TRUE.equals(
            transactions.execute(status -> {
              var removed =
                  jdbc.sql("delete from coordinator.paused_upstream where name = ?")
                          .param(name)
                          .update()
                      == 1;
              if (removed) {
                record(name, "released", by, reason);
              }
              return removed;
            }));
    known = null;
    return released;
  }

  private void record(String name, String act, String by, String reason) {
    jdbc.sql(
            """
            insert into coordinator.upstream_act (name, act, actor, reason, at)
            values (?, ?, ?, ?, ?)\
            """)
        .params(name, act, by, reason, now())
        .update();
  }

  private Optional<PausedUpstream> find(String name) {
    return read().stream().filter(paused -> paused.name().equals(name)).findFirst();
  }

  private List<PausedUpstream> read() {
    return jdbc.sql("select * from coordinator.paused_upstream order by name")
        .query((row, number) -> paused(row))
        .list();
  }

  private static PausedUpstream paused(ResultSet row) throws SQLException {
    return new PausedUpstream(
        row.getString("name"),
        row.getString("paused_by"),
        row.getString("reason"),
        row.getObject("paused_at", OffsetDateTime.class).toInstant());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private record Known(List<PausedUpstream> paused, Instant at) {}
}
