package dev.onboarding.coordinator.batch;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.coordinator.run.RunPriority;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Turns a new batch away while this node is being drained, or while so many accounts of earlier
/// batches wait that it would only grow old behind them.
final class BatchAdmission {

  private static final Duration COME_AGAIN = Duration.ofSeconds(60);

  private final JdbcClient jdbc;
  private final Runnable node;
  private final int bound;

  /// @param node refuses while it is being drained
  /// @param bound accounts of batches that may wait to be read or to be carried on, on all nodes
  BatchAdmission(JdbcClient jdbc, Runnable node, int bound) {
    this.jdbc = jdbc;
    this.node = node;
    this.bound = bound;
  }

  /// @throws ProblemException when it is not taken now; nothing was stored
  void admit() {
    node.run();
    long waiting = waiting();
    if (waiting >= bound) {
      throw new ProblemException(
          ProblemType.QUEUE_FULL,
          "%d accounts of earlier batches wait, and at most %d may (onboarding.batch.queue-bound). Nothing was stored; come again in %d seconds."
              .formatted(waiting, bound, COME_AGAIN.toSeconds()),
          COME_AGAIN);
    }
  }

  /// Counted no further than it matters.
  private long waiting() {
    return jdbc.sql(
            """
            select count(*) from (
              (select 1 from coordinator.batch_item where state = 'WAITING' limit :bound)
              union all
              (select 1 from coordinator.run where state = 'QUEUED' and behind is null
                and priority < :prompt limit :bound)) as waiting\
            """)
        .param("bound", bound)
        .param("prompt", RunPriority.PROMPT)
        .query(Long.class)
        .single();
  }
}
