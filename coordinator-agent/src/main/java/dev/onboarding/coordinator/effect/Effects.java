package dev.onboarding.coordinator.effect;

import dev.onboarding.coordinator.run.LostLeaseException;
import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.model.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.json.JsonMapper;

/// Every effect that was meant to leave, and whether it did; callers bring the transaction, except
/// where it is said that the statement holds the run itself.
public final class Effects {

  /// Holds the run itself and enters nothing when it is lost; what belongs to no run is always
  /// held.
  private static final String ENTER =
      """
      with held as (select from coordinator.run where id = :run and epoch = :epoch for update)
      insert into coordinator.effect (key, run_id, kind, target, subject, content_digest,
        correlation_id, tries, tried_at, intent_at, outcome_at, reference)
      select :key, :run, :kind, :target, :subject, :digest, :correlation, :tries, :triedAt,
        coalesce(:triedAt, :now), case when cast(:reference as text) is null then null else :now end,
        :reference
      where cast(:run as uuid) is null or exists (select from held)
      on conflict (key) do
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  public Effects(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /// Oldest first.
  public List<EffectRow> of(RunId run) {
    return jdbc.sql("select * from coordinator.effect where run_id = ? order by intent_at, key")
        .param(run.value())
        .query((row, number) -> row(row))
        .list();
  }

  /// Records an effect that was not meant before; holds the run itself.
  ///
  /// @param triedAt when it was tried, or is; null when that comes later
  /// @return empty when it was meant before, or the run is held no more
  Optional<EffectRow> enter(EffectKey key, Outgoing outgoing, @Nullable Instant triedAt) {
    return entering(key, outgoing, triedAt, null, "nothing returning *")
        .query((row, number) -> row(row))
        .optional();
  }

  /// Nobody else changes it before this transaction ends.
  EffectRow lock(EffectKey key) {
    return jdbc.sql("select * from coordinator.effect where key = ? for update")
        .param(key.value())
        .query((row, number) -> row(row))
        .single();
  }

  void keepSlot(EffectKey key, @Nullable Instant slot) {
    jdbc.sql("update coordinator.effect set slot_at = :slot where key = :key")
        .param("slot", at(slot))
        .param("key", key.value())
        .update();
  }

  void leaving(EffectKey key, @Nullable Instant slot) {
    jdbc.sql(
            """
            update coordinator.effect set tries = tries + 1, tried_at = :now, slot_at = :slot
            where key = :key\
            """)
        .param("now", now())
        .param("slot", at(slot))
        .param("key", key.value())
        .update();
  }

  /// Records that it left, and that it was meant if nothing says so yet; holds the run itself.
  ///
  /// @param triedAt when it was handed over, for one that was not recorded before
  /// @throws LostLeaseException when another execution has claimed the run since
  void left(EffectKey key, Outgoing outgoing, Instant triedAt, String reference) {
    int recorded =
        entering(
                key,
                outgoing,
                triedAt,
                reference,
                """
                update set reference = excluded.reference, outcome_at = excluded.outcome_at,
                  failure = null\
                """)
            .update();
    if (recorded == 0 && key.run() != null) {
      throw new LostLeaseException(key.run());
    }
  }

  private StatementSpec entering(
      EffectKey key,
      Outgoing outgoing,
      @Nullable Instant triedAt,
      @Nullable String reference,
      String whenEntered) {
    var run = key.run();
    return jdbc.sql(ENTER + whenEntered)
        .param("key", key.value())
        .param("run", run == null ? null : run.id().value(), Types.OTHER)
        .param("epoch", run == null ? null : run.epoch(), Types.BIGINT)
        .param("kind", outgoing.kind())
        .param("target", outgoing.target())
        .param("subject", outgoing.subject())
        .param("digest", outgoing.contentDigest())
        .param("correlation", key.correlation())
        .param("tries", triedAt == null ? 0 : 1)
        .param("triedAt", at(triedAt), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("reference", reference, Types.VARCHAR)
        .param("now", now());
  }

  /// @param settled whether it is certain that nothing left by this try
  void failed(EffectKey key, Failure failure, boolean settled) {
    jdbc.sql(
            """
            update coordinator.effect set failure = cast(? as jsonb), outcome_at = ?,
              settled_tries = case when ? and settled_tries = tries - 1 then tries
                else settled_tries end
            where key = ?\
            """)
        .params(json.writeValueAsString(failure), now(), settled, key.value())
        .update();
  }

  private EffectRow row(ResultSet row) throws SQLException {
    var failure = row.getString("failure");
    return new EffectRow(
        row.getString("key"),
        row.getString("kind"),
        row.getString("target"),
        row.getString("subject"),
        row.getString("content_digest"),
        row.getInt("tries"),
        row.getObject("intent_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("outcome_at", OffsetDateTime.class)),
        row.getString("reference"),
        failure == null ? null : json.readValue(failure, Failure.class),
        instant(row.getObject("slot_at", OffsetDateTime.class)),
        instant(row.getObject("tried_at", OffsetDateTime.class)),
        row.getInt("settled_tries"));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
