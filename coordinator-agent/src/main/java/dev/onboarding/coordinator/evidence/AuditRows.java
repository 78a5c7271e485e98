package dev.onboarding.coordinator.evidence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the servers' own audit trail says of a run, where this database holds it and its user may
/// read it. Every column is given as it stands, but for the keys of repeatable calls: who holds one
/// may repeat the call.
public final class AuditRows {

  private final JdbcClient jdbc;

  public AuditRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The rows as JSON lines, or why there are none.
  record Calls(Optional<List<String>> rows, String says) {}

  Calls of(UUID run) {
    try {
      var rows =
          jdbc.sql(
                  """
                  select (to_jsonb(c) #- '{arguments,idempotency_key}')::text || chr(10)
                  from audit.tool_calls c
                  where run = ? order by at, id\
                  """)
              .param(run.toString())
              .query((row, number) -> row.getString(1))
              .list();
      return new Calls(
          Optional.of(rows), "%d calls of tools, from audit.tool_calls".formatted(rows.size()));
    } catch (DataAccessException notHere) {
      return new Calls(
          Optional.empty(),
          "the audit trail is in another database, or may not be read by this user");
    }
  }
}
