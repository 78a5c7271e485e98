package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The reports of every attempt, in each form; callers bring the transaction.
public final class Reports {

  private final JdbcClient jdbc;
  private final Clock clock;

  public Reports(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void keep(Run run, ReportForm form, String digest, String content) {
    jdbc.sql(
            """
            insert into coordinator.report
              (run_id, attempt, name, media_type, digest, content, written_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (run_id, attempt, name) do update set digest = excluded.digest,
              content = excluded.content, written_at = excluded.written_at\
            """)
        .params(
            run.id().value(),
            run.attempt(),
            form.extension(),
            form.mediaType(),
            digest,
            content,
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// The report of the newest attempt that has one.
  Optional<Kept> newest(RunId run, ReportForm form) {
    return jdbc.sql(
            """
            select attempt, content from coordinator.report where run_id = ? and name = ?
            order by attempt desc limit 1\
            """)
        .params(run.value(), form.extension())
        .query((row, number) -> new Kept(row.getInt(1), row.getString(2)))
        .optional();
  }

  /// A report as it was written, and of which attempt.
  record Kept(int attempt, String content) {}
}
