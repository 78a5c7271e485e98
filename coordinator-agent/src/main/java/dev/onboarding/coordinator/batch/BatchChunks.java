package dev.onboarding.coordinator.batch;

import dev.onboarding.model.Failure;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What is read together, and how far that is; callers bring the transaction.
final class BatchChunks {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  BatchChunks(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /// One reading of a chunk.
  ///
  /// @param tries how often its intent has been recorded, this time included
  /// @param epoch under which its outcome is taken; a later reading makes an earlier one void
  record Reading(BatchId batch, int number, int tries, long epoch) {}

  void add(BatchId batch, int number) {
    jdbc.sql(
            """
            insert into coordinator.batch_chunk (batch_id, number) values (?, ?)
            on conflict do nothing\
            """)
        .params(batch.value(), number)
        .update();
  }

  /// Records that the chunk is about to be read.
  ///
  /// @return empty when it has been read
  Optional<Reading> intend(BatchId batch, int number) {
    return jdbc.sql(
            """
            update coordinator.batch_chunk
            set tries = tries + 1, epoch = epoch + 1, intent_at = ?
            where batch_id = ? and number = ? and outcome_at is null returning tries, epoch\
            """)
        .params(now(), batch.value(), number)
        .query((row, each) -> new Reading(batch, number, row.getInt("tries"), row.getLong("epoch")))
        .optional();
  }

  /// Locks the chunk for its outcome.
  ///
  /// @return false when it was read by somebody else meanwhile, or is being read again
  boolean hold(Reading reading) {
    return jdbc.sql(
            """
            select 1 from coordinator.batch_chunk
            where batch_id = ? and number = ? and epoch = ? and outcome_at is null for update\
            """)
        .params(reading.batch().value(), reading.number(), reading.epoch())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  void done(Reading reading) {
    jdbc.sql(
            """
            update coordinator.batch_chunk set outcome_at = ?, failure = null
            where batch_id = ? and number = ?\
            """)
        .params(now(), reading.batch().value(), reading.number())
        .update();
  }

  /// It is read again later.
  void failed(Reading reading, Failure failure) {
    jdbc.sql(
            """
            update coordinator.batch_chunk set failure = cast(? as jsonb)
            where batch_id = ? and number = ? and epoch = ?\
            """)
        .params(
            json.writeValueAsString(failure),
            reading.batch().value(),
            reading.number(),
            reading.epoch())
        .update();
  }

  /// Why a chunk of the batch could not be read the last time, while it is not read.
  Optional<Failure> outage(BatchId batch) {
    return jdbc.sql(
            """
            select failure from coordinator.batch_chunk
            where batch_id = ? and outcome_at is null and failure is not null
            order by number limit 1\
            """)
        .param(batch.value())
        .query(String.class)
        .optional()
        .map(failure -> json.readValue(failure, Failure.class));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
