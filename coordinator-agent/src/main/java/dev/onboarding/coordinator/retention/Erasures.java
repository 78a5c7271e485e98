package dev.onboarding.coordinator.retention;

import dev.onboarding.model.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Every erasure that was asked for; callers bring the transaction.
final class Erasures {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Erasures(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// @return false when one of the account is under way already
  boolean add(Erasure erasure) {
    return jdbc.sql(
                """
                insert into coordinator.erasure
                  (id, account, account_id, requested_by, reason, requested_at)
                values (:id, :account, :accountId, :by, :reason, :at) on conflict do nothing\
                """)
            .param("id", erasure.id())
            .param("account", erasure.account())
            .param("accountId", erasure.accountId())
            .param("by", erasure.by())
            .param("reason", erasure.reason())
            .param("at", utc(erasure.requestedAt()))
            .update()
        == 1;
  }

  Optional<Erasure> find(UUID id) {
    return jdbc.sql("select * from coordinator.erasure where id = ?")
        .param(id)
        .query((row, number) -> erasure(row))
        .optional();
  }

  Erasure underWay(String account) {
    return jdbc.sql("select * from coordinator.erasure where account = ? and completed_at is null")
        .param(account)
        .query((row, number) -> erasure(row))
        .single();
  }

  /// How many runs it has erased so far.
  int runs(UUID id) {
    return jdbc.sql("select count(*) from coordinator.erased_run where erasure_id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  void tried(UUID id) {
    jdbc.sql("update coordinator.erasure set tries = tries + 1 where id = ?").param(id).update();
  }

  void failed(UUID id, Failure failure) {
    jdbc.sql("update coordinator.erasure set failure = cast(? as jsonb) where id = ?")
        .params(json.writeValueAsString(failure), id)
        .update();
  }

  void erasedElsewhere(UUID id, ErasedElsewhere answer) {
    jdbc.sql("update coordinator.erasure set provisioning = cast(? as jsonb) where id = ?")
        .params(json.writeValueAsString(answer), id)
        .update();
  }

  void completed(UUID id, Instant now) {
    jdbc.sql("update coordinator.erasure set completed_at = ?, failure = null where id = ?")
        .params(utc(now), id)
        .update();
  }

  private Erasure erasure(ResultSet row) throws SQLException {
    var failure = row.getString("failure");
    var elsewhere = row.getString("provisioning");
    return new Erasure(
        row.getObject("id", UUID.class),
        row.getString("account"),
        row.getString("account_id"),
        row.getString("requested_by"),
        row.getString("reason"),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        row.getInt("tries"),
        failure == null ? null : json.readValue(failure, Failure.class),
        elsewhere == null ? null : json.readValue(elsewhere, ErasedElsewhere.class),
        instant(row.getObject("completed_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
