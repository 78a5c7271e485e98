package dev.onboarding.coordinator.ledger;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The hash over a run's record so far. Noted outside the database, it shows whether the record was
/// written anew since.
public final class RecordHeads {

  private final JdbcClient jdbc;

  public RecordHeads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param entries how many it covers
  public record Head(int entries, String hash) {}

  /// Empty for a run that is not chained, or of which nothing is recorded.
  public Optional<Head> of(UUID run) {
    return jdbc.sql(
            """
            select number, encode(hash, 'hex') as hash from coordinator.record
            where run_id = ? order by number desc limit 1\
            """)
        .param(run)
        .query((row, number) -> new Head(row.getInt("number"), row.getString("hash")))
        .optional();
  }
}
