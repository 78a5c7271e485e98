package dev.onboarding.coordinator.retention;

import dev.onboarding.coordinator.run.RunId;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which runs are without the personal data they had.
public final class ErasedRuns {

  private final JdbcClient jdbc;

  public ErasedRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Erased> of(RunId run) {
    return jdbc.sql(
            """
            select e.id, r.erased_at, e.requested_by, e.reason
            from coordinator.erased_run r join coordinator.erasure e on e.id = r.erasure_id
            where r.run_id = ?\
            """)
        .param(run.value())
        .query((row, number) ->
            new Erased(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4)))
        .optional();
  }
}
