package dev.onboarding.coordinator.batch;

import dev.onboarding.coordinator.run.Mode;
import dev.onboarding.model.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Every batch ever accepted; callers bring the transaction.
final class Batches {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  Batches(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /// @return false when the source has already used the correlation id
  boolean insert(BatchId id, BatchRequest request, String digest, Mode mode, BatchState state) {
    return jdbc.sql(
                """
                insert into coordinator.batch (id, source, correlation_id, request_digest,
                  requested_by, mode, won_since, most, state, created_at, updated_at)
                values (:id, :source, :correlation, :digest, :by, :mode, :since, :most, :state,
                  :now, :now)
                on conflict on constraint batch_correlation do nothing\
                """)
            .param("id", id.value())
            .param("source", request.source())
            .param("correlation", request.correlation())
            .param("digest", digest)
            .param("by", request.requestedBy())
            .param("mode", mode.name())
            .param("since", request.wonSince())
            .param("most", request.most())
            .param("state", state.name())
            .param("now", now())
            .update()
        == 1;
  }

  Optional<Batch> find(BatchId id) {
    return jdbc.sql("select * from coordinator.batch where id = ?")
        .param(id.value())
        .query((row, number) -> row(row))
        .optional();
  }

  Optional<Batch> byCorrelation(String source, String correlation) {
    return jdbc.sql("select * from coordinator.batch where source = ? and correlation_id = ?")
        .params(source, correlation)
        .query((row, number) -> row(row))
        .optional();
  }

  /// Newest first.
  List<Batch> page(@Nullable BatchId before, int size) {
    return jdbc.sql(
            """
            select * from coordinator.batch where (cast(:before as uuid) is null or id < :before)
            order by id desc limit :size\
            """)
        .param("before", before == null ? null : before.value())
        .param("size", size)
        .query((row, number) -> row(row))
        .list();
  }

  /// Records that the search for deals is about to go on.
  ///
  /// @return empty when it is over
  Optional<Batch> search(BatchId id) {
    return jdbc.sql(
            """
            update coordinator.batch set tries = tries + 1, updated_at = ?
            where id = ? and state = 'FINDING' returning *\
            """)
        .params(now(), id.value())
        .query((row, number) -> row(row))
        .optional();
  }

  /// Locks the batch where the search stood when it was read.
  ///
  /// @return false when another execution has gone on since
  boolean holds(Batch batch) {
    return jdbc.sql(
            """
            select 1 from coordinator.batch
            where id = ? and state = 'FINDING' and tries = ? for update\
            """)
        .params(batch.id().value(), batch.tries())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  void foundUntil(BatchId id, String cursor) {
    jdbc.sql("update coordinator.batch set cursor = ?, updated_at = ? where id = ?")
        .params(cursor, now(), id.value())
        .update();
  }

  void leftOut(BatchId id, int accounts) {
    jdbc.sql("update coordinator.batch set left_out = ? where id = ?")
        .params(accounts, id.value())
        .update();
  }

  void move(BatchId id, BatchState state, @Nullable Failure failure) {
    jdbc.sql(
            """
            update coordinator.batch
            set state = :state, failure = cast(:failure as jsonb), updated_at = :now
            where id = :id\
            """)
        .param("state", state.name())
        .param("failure", failure == null ? null : json.writeValueAsString(failure))
        .param("now", now())
        .param("id", id.value())
        .update();
  }

  /// The batch is gathered when its last chunk is.
  void gatheredIfComplete(BatchId id) {
    jdbc.sql("select 1 from coordinator.batch where id = ? for update")
        .param(id.value())
        .query(Integer.class)
        .single();
    jdbc.sql(
            """
            update coordinator.batch b set state = 'GATHERED', updated_at = ?
            where id = ? and state = 'GATHERING' and not exists
              (select 1 from coordinator.batch_chunk c
               where c.batch_id = b.id and c.outcome_at is null)\
            """)
        .params(now(), id.value())
        .update();
  }

  private Batch row(ResultSet row) throws SQLException {
    var failure = row.getString("failure");
    var most = row.getObject("most", Integer.class);
    return new Batch(
        new BatchId(row.getObject("id", UUID.class)),
        row.getString("source"),
        row.getString("correlation_id"),
        row.getString("request_digest"),
        row.getString("requested_by"),
        Mode.valueOf(row.getString("mode")),
        row.getObject("won_since", LocalDate.class),
        most,
        BatchState.valueOf(row.getString("state")),
        row.getString("cursor"),
        row.getInt("left_out"),
        row.getInt("tries"),
        failure == null ? null : json.readValue(failure, Failure.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
