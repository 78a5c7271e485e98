package dev.onboarding.coordinator.docusign;

import dev.onboarding.coordinator.run.Run;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which envelope each run's contract finding named, and when that was read; callers bring the
/// transaction that records the finding.
public final class RunEnvelopes {

  private final JdbcClient jdbc;

  public RunEnvelopes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param envelope null when the run knows of none: it is then found by its account
  /// @param readAt when the reading began
  public void read(Run run, @Nullable String envelope, Instant readAt) {
    jdbc.sql(
            """
            insert into coordinator.run_envelope (run_id, envelope_id, read_at)
            values (:run, lower(:envelope), :readAt)
            on conflict (run_id) do update
              set envelope_id = excluded.envelope_id, read_at = excluded.read_at\
            """)
        .param("run", run.id().value())
        .param("envelope", envelope)
        .param("readAt", readAt.atOffset(ZoneOffset.UTC))
        .update();
  }
}
