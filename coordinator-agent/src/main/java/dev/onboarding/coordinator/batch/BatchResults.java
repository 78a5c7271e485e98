package dev.onboarding.coordinator.batch;

import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.model.Failure;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What became of the accounts of a batch, together with what their runs say now.
final class BatchResults {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  BatchResults(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// How many accounts stand alike.
  ///
  /// @param runState null where there is no run
  /// @param verdict null where nothing is decided
  record Count(
      ItemState state, @Nullable RunState runState, @Nullable Verdict verdict, int accounts) {}

  List<Count> counts(BatchId batch) {
    return jdbc.sql(
            """
            select i.state, r.state as run_state, r.verdict, count(*) as accounts
            from coordinator.batch_item i left join coordinator.run r on r.id = i.run_id
            where i.batch_id = ? group by i.state, r.state, r.verdict\
            """)
        .param(batch.value())
        .query((row, number) ->
            new Count(
                ItemState.valueOf(row.getString("state")),
                orNull(row.getString("run_state"), RunState::valueOf),
                orNull(row.getString("verdict"), Verdict::valueOf),
                row.getInt("accounts")))
        .list();
  }

  /// Without the rows of the decisions.
  ///
  /// @param state null for all
  List<BatchResult> page(BatchId batch, @Nullable ItemState state, int after, int size) {
    return jdbc.sql(
            """
            select i.*, r.account_name, r.state as run_state, r.verdict, r.failure as run_failure,
              null as decision
            from coordinator.batch_item i left join coordinator.run r on r.id = i.run_id
            where i.batch_id = :batch and i.number > :after
              and (cast(:state as text) is null or i.state = :state)
            order by i.number limit :size\
            """)
        .param("batch", batch.value())
        .param("after", after)
        .param("state", state == null ? null : state.name())
        .param("size", size)
        .query((row, number) -> row(row))
        .list();
  }

  /// With the rows of the decisions.
  List<BatchResult> all(BatchId batch) {
    return jdbc.sql(
            """
            select i.*, r.account_name, r.state as run_state, r.verdict, r.failure as run_failure,
              a.decision
            from coordinator.batch_item i left join coordinator.run r on r.id = i.run_id
              left join coordinator.attempt a on a.run_id = r.id and a.number = r.attempt
            where i.batch_id = ? order by i.number\
            """)
        .param(batch.value())
        .query((row, number) -> row(row))
        .list();
  }

  private BatchResult row(ResultSet row) throws SQLException {
    var decision = row.getString("decision");
    var failure = row.getString("failure");
    return new BatchResult(
        row.getInt("number"),
        row.getString("account_key"),
        row.getString("account_id"),
        row.getString("account_name"),
        ItemState.valueOf(row.getString("state")),
        row.getString("run_id"),
        orNull(row.getString("run_state"), RunState::valueOf),
        orNull(row.getString("verdict"), Verdict::valueOf),
        decision == null ? List.<FiredRow>of() : json.readValue(decision, Decision.class).fired(),
        row.getString("why"),
        orNull(
            failure == null ? row.getString("run_failure") : failure,
            text -> json.readValue(text, Failure.class)));
  }

  private static <T> @Nullable T orNull(@Nullable String text, Function<String, T> parse) {
    return text == null ? null : parse.apply(text);
  }
}
