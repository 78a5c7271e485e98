package dev.onboarding.coordinator.evidence;

import dev.onboarding.edge.EdgeJson;
import dev.onboarding.edge.audit.AuditTrail;
import dev.onboarding.edge.audit.Note;
import dev.onboarding.edge.auditor.RunTrail;
import dev.onboarding.edge.auditor.RunTrail.Told;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the servers' own audit trail says of a run, where this database holds it and its user may
/// read it; and that it was read stands in the trail itself.
public final class AuditRows {

  private final RunTrail trail;
  private final AuditTrail own;

  /// @param own where the reading is accounted for
  public AuditRows(JdbcClient jdbc, AuditTrail own) {
    this.trail = new RunTrail(jdbc);
    this.own = own;
  }

  /// What was told, or why nothing was.
  record Calls(Optional<Told> told, String says) {

    /// The entries as JSON lines.
    Optional<String> entries() {
      return told.map(all ->
          all.entries().stream()
              .map(entry -> entry.json(null) + "\n")
              .collect(Collectors.joining()));
    }

    /// The ways through the chains as JSON lines.
    Optional<String> ways() {
      return told.map(all ->
          all.ways().stream()
              .map(way -> EdgeJson.mapper().writeValueAsString(way) + "\n")
              .collect(Collectors.joining()));
    }
  }

  Calls of(UUID run) {
    own.note(new Note(Note.Kind.READ, "evidence", null, run.toString(), Map.of()));
    try {
      var told = trail.of(run.toString());
      return new Calls(
          Optional.of(told),
          "%d entries of %d chains, from audit.entries"
              .formatted(told.entries().size(), told.ways().size()));
    } catch (DataAccessException notHere) {
      return new Calls(
          Optional.empty(),
          "the audit trail is in another database, or may not be read by this user");
    }
  }
}
