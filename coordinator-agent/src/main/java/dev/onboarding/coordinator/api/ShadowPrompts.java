package dev.onboarding.coordinator.api;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How the prompts in the shadow have fared beside those in force, over all decisions so far.
final class ShadowPrompts {

  private final JdbcClient jdbc;

  ShadowPrompts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The answers to one task.
  ///
  /// @param fits how many had the schema, if need be after a repair
  /// @param agrees how many agreed with the decision
  /// @param grounded in how many every number, name and link exists in the evidence
  record Fared(
      String task,
      String model,
      long answers,
      long fits,
      long agrees,
      long grounded,
      BigDecimal costUsd) {}

  List<Fared> of(String digest) {
    return jdbc.sql(
            """
            select each ->> 'task' as task, each ->> 'model' as model, count(*) as answers,
              count(*) filter (where (each ->> 'fits')::boolean) as fits,
              count(*) filter (where (each ->> 'agrees')::boolean) as agrees,
              count(*) filter (where (each ->> 'grounded')::boolean) as grounded,
              coalesce(sum((each ->> 'cost_usd')::numeric), 0) as cost
            from coordinator.advice_order, jsonb_array_elements(shadow -> 'results') each
            where shadow ->> 'digest' = ? group by 1, 2 order by 1, 2\
            """)
        .param(digest)
        .query((row, number) ->
            new Fared(
                row.getString("task"),
                row.getString("model"),
                row.getLong("answers"),
                row.getLong("fits"),
                row.getLong("agrees"),
                row.getLong("grounded"),
                row.getBigDecimal("cost")))
        .list();
  }
}
