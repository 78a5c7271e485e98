package dev.onboarding.coordinator.retention;

import dev.onboarding.coordinator.run.RunState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What ended so long ago that it need not be kept. Each method removes a bounded part, never of a
/// run that has not ended; callers bring the transaction.
final class OldRuns {

  private static final List<String> ENDED =
      Arrays.stream(RunState.values()).filter(RunState::ended).map(RunState::name).toList();

  private final JdbcClient jdbc;

  OldRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Removes what the steps of runs answered; that they were done stays.
  ///
  /// @return of how many runs
  int forgetAnswers(Instant endedBefore, int most, Instant now) {
    var runs = due("journal_removed_at is null", endedBefore, most);
    if (runs.isEmpty()) {
      return 0;
    }
    // JSON's null: recorded once, and there for nobody any more.
    jdbc.sql(
            """
            update coordinator.step set outcome = 'null'
            where run_id in (:runs) and outcome is not null\
            """)
        .param("runs", runs)
        .update();
    jdbc.sql("update coordinator.run set journal_removed_at = :now where id in (:runs)")
        .param("now", utc(now))
        .param("runs", runs)
        .update();
    return runs.size();
  }

  /// Removes runs with all that belongs to them; that they were there is remembered for their
  /// files. A run goes only after what its steps answered.
  ///
  /// @return how many
  int remove(Instant endedBefore, int most, Instant now) {
    var runs = due("journal_removed_at is not null", endedBefore, most);
    if (runs.isEmpty()) {
      return 0;
    }
    jdbc.sql(
            """
            delete from scheduler.scheduled_tasks
            where task_name = 'run' and split_part(task_instance, '/', 1) in (:runs)\
            """)
        .param("runs", runs.stream().map(UUID::toString).toList())
        .update();
    jdbc.sql(
            """
            insert into coordinator.retired_run (run_id, removed_at)
            select id, :now from coordinator.run where id in (:runs) on conflict do nothing\
            """)
        .param("now", utc(now))
        .param("runs", runs)
        .update();
    return jdbc.sql("delete from coordinator.run where id in (:runs)").param("runs", runs).update();
  }

  /// Removes what left for no run, such as reminders.
  int removeEffects(Instant intendedBefore, int most) {
    return jdbc.sql(
            """
            delete from coordinator.effect where key in (
              select key from coordinator.effect where run_id is null and intent_at < :before
              order by intent_at limit :most)\
            """)
        .param("before", utc(intendedBefore))
        .param("most", most)
        .update();
  }

  /// Removes batches of which no run is left.
  int removeBatches(Instant changedBefore, int most) {
    return jdbc.sql(
            """
            delete from coordinator.batch where id in (
              select id from coordinator.batch b
              where state in ('GATHERED', 'FAILED') and updated_at < :before
                and not exists (select from coordinator.batch_item i
                  where i.batch_id = b.id and i.run_id is not null)
              order by updated_at limit :most)\
            """)
        .param("before", utc(changedBefore))
        .param("most", most)
        .update();
  }

  /// Removes what DocuSign told.
  int removeEvents(Instant receivedBefore, int most) {
    return jdbc.sql(
            """
            delete from coordinator.docusign_event where event_id in (
              select event_id from coordinator.docusign_event where received_at < :before
              order by received_at limit :most)\
            """)
        .param("before", utc(receivedBefore))
        .param("most", most)
        .update();
  }

  /// Removes what is remembered of runs and erasures that have left nothing else behind.
  void forgetTraces(Instant before) {
    jdbc.sql("delete from coordinator.retired_run where removed_at < :before")
        .param("before", utc(before))
        .update();
    jdbc.sql(
            """
            delete from coordinator.erasure e where completed_at < :before
              and not exists (select from coordinator.erased_run r where r.erasure_id = e.id)\
            """)
        .param("before", utc(before))
        .update();
  }

  private List<UUID> due(String condition, Instant endedBefore, int most) {
    return jdbc.sql(
            """
            select id from coordinator.run
            where ended_at is not null and ended_at < :before and state in (:ended) and %s
            order by ended_at limit :most for update skip locked\
            """
                .formatted(condition))
        .param("before", utc(endedBefore))
        .param("ended", ENDED)
        .param("most", most)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
