package dev.onboarding.coordinator.advice;

import dev.onboarding.adviser.task.Prompts;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.edge.EdgeJson;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which decisions models are to be asked about, and how far that is; callers bring the
/// transaction.
final class AdviceOrders {

  private final JdbcClient jdbc;
  private final Supplier<Prompts> prompts;
  private final Clock clock;

  /// @param prompts those that are in force when they are asked for
  AdviceOrders(JdbcClient jdbc, Supplier<Prompts> prompts, Clock clock) {
    this.jdbc = jdbc;
    this.prompts = prompts;
    this.clock = clock;
  }

  /// One that has not ended.
  ///
  /// @param tries how often it was begun, this time included
  record Order(int tries, Instant orderedAt) {}

  /// @return whether it is new
  boolean add(Run run) {
    return jdbc.sql(
                """
                insert into coordinator.advice_order (run_id, attempt, ordered_at)
                values (?, ?, ?) on conflict do nothing\
                """)
            .params(run.id().value(), run.attempt(), now())
            .update()
        > 0;
  }

  /// Counts the try, and records by which prompts, before anything is asked.
  ///
  /// @return empty when it has ended, or its run is gone
  Optional<Order> begin(AdviceTicket ticket) {
    return jdbc.sql(
            """
            update coordinator.advice_order set tries = tries + 1, prompts = ?
            where run_id = ? and attempt = ? and ended_at is null
            returning tries, ordered_at\
            """)
        .params(prompts.get().digest(), ticket.run(), ticket.attempt())
        .query((row, number) ->
            new Order(row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant()))
        .optional();
  }

  void end(AdviceTicket ticket, Ending ending) {
    jdbc.sql(
            """
            update coordinator.advice_order set ended_at = ?, ended = ?
            where run_id = ? and attempt = ?\
            """)
        .params(now(), ending.toString(), ticket.run(), ticket.attempt())
        .update();
  }

  /// How the prompts in the shadow fared beside those that were asked by.
  void beside(AdviceTicket ticket, Trials.Shadow shadow) {
    jdbc.sql(
            """
            update coordinator.advice_order set shadow = cast(? as jsonb)
            where run_id = ? and attempt = ?\
            """)
        .params(EdgeJson.mapper().writeValueAsString(shadow), ticket.run(), ticket.attempt())
        .update();
  }

  /// Holds off the erasure of the run's personal data until this transaction ends, and changes
  /// nothing for its executions.
  ///
  /// @return whether the run is there and has its personal data
  boolean isWhole(RunId run) {
    return jdbc.sql(
            """
            select 1 from coordinator.run where id = :run
              and not exists (select from coordinator.erased_run where run_id = :run)
            for key share\
            """)
        .param("run", run.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
