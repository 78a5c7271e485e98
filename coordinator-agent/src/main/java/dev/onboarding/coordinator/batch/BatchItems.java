package dev.onboarding.coordinator.batch;

import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.model.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The accounts of batches; callers bring the transaction.
final class BatchItems {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  BatchItems(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// @param chunk null where items are only ranked once all are found
  void add(BatchId batch, List<BatchItem> items, @Nullable Integer chunk) {
    items.forEach(item -> add(batch, item, chunk));
  }

  private void add(BatchId batch, BatchItem item, @Nullable Integer chunk) {
    jdbc.sql(
            """
            insert into coordinator.batch_item
              (batch_id, number, chunk, account_key, won_on, state, why, failure)
            values (:batch, :number, :chunk, :account, :wonOn, :state, :why, cast(:failure as jsonb))\
            """)
        .param("batch", batch.value())
        .param("number", item.number())
        .param("chunk", chunk)
        .param("account", item.accountKey())
        .param("wonOn", item.wonOn())
        .param("state", item.state().name())
        .param("why", item.why())
        .param("failure", item.failure() == null ? null : json.writeValueAsString(item.failure()))
        .update();
  }

  int count(BatchId batch) {
    return jdbc.sql("select count(*) from coordinator.batch_item where batch_id = ?")
        .param(batch.value())
        .query(Integer.class)
        .single();
  }

  /// An account won by several deals is one item, under the latest of them.
  ///
  /// @return whether the account is an item of the batch already
  boolean wonAgain(BatchId batch, String account, @Nullable LocalDate wonOn) {
    return jdbc.sql(
                """
                update coordinator.batch_item set won_on = greatest(won_on, :wonOn)
                where batch_id = :batch and account_key = :account\
                """)
            .param("wonOn", wonOn)
            .param("batch", batch.value())
            .param("account", account)
            .update()
        > 0;
  }

  /// Keeps the latest won and numbers them, the latest first.
  ///
  /// @return how many are left
  int rank(BatchId batch, int most, int chunkSize) {
    // Two steps, because numbers are unique at every moment.
    jdbc.sql(
            """
            update coordinator.batch_item i set number = -r.place from
              (select number, row_number() over
                 (order by won_on desc nulls last, account_key) as place
               from coordinator.batch_item where batch_id = :batch) r
            where i.batch_id = :batch and i.number = r.number\
            """)
        .param("batch", batch.value())
        .update();
    jdbc.sql("delete from coordinator.batch_item where batch_id = ? and number < ?")
        .params(batch.value(), -most)
        .update();
    return jdbc.sql(
            """
            update coordinator.batch_item set number = -number, chunk = (-number - 1) / :size
            where batch_id = :batch\
            """)
        .param("size", chunkSize)
        .param("batch", batch.value())
        .update();
  }

  /// Those of a chunk that are still to be read.
  List<BatchItem> waiting(BatchId batch, int chunk) {
    return jdbc.sql(
            """
            select * from coordinator.batch_item
            where batch_id = ? and chunk = ? and state = 'WAITING' order by number\
            """)
        .params(batch.value(), chunk)
        .query((row, number) -> row(row))
        .list();
  }

  /// Another item of the batch that turned out to be the same account.
  Optional<Integer> sameAccount(BatchId batch, int number, String accountId) {
    return jdbc.sql(
            """
            select number from coordinator.batch_item
            where batch_id = ? and account_id = ? and number <> ? and state <> 'FAILED' limit 1\
            """)
        .params(batch.value(), accountId, number)
        .query(Integer.class)
        .optional();
  }

  void record(BatchId batch, BatchItem item) {
    jdbc.sql(
            """
            update coordinator.batch_item set state = :state, account_id = :account, run_id = :run,
              why = :why, failure = cast(:failure as jsonb)
            where batch_id = :batch and number = :number\
            """)
        .param("state", item.state().name())
        .param("account", item.accountId())
        .param("run", item.run() == null ? null : item.run().value())
        .param("why", item.why())
        .param("failure", item.failure() == null ? null : json.writeValueAsString(item.failure()))
        .param("batch", batch.value())
        .param("number", item.number())
        .update();
  }

  /// Accounts of all batches that are not read yet.
  long waiting() {
    return jdbc.sql("select count(*) from coordinator.batch_item where state = 'WAITING'")
        .query(Long.class)
        .single();
  }

  private BatchItem row(ResultSet row) throws SQLException {
    var failure = row.getString("failure");
    var run = row.getObject("run_id", UUID.class);
    return new BatchItem(
        row.getInt("number"),
        row.getString("account_key"),
        row.getString("account_id"),
        row.getObject("won_on", LocalDate.class),
        ItemState.valueOf(row.getString("state")),
        run == null ? null : new RunId(run),
        row.getString("why"),
        failure == null ? null : json.readValue(failure, Failure.class));
  }
}
