package dev.onboarding.coordinator.retention;

import dev.onboarding.edge.audit.AuditTrail;
import dev.onboarding.edge.audit.Note;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The keys by which the audit trail of this database seals what calls said of an account's people.
/// Once they are gone nobody can find out by trying what it was, and the chains hold as before.
final class AuditKeys {

  private final JdbcClient jdbc;
  private final AuditTrail trail;

  AuditKeys(JdbcClient jdbc, AuditTrail trail) {
    this.jdbc = jdbc;
    this.trail = trail;
  }

  /// @param names ids and keys of the account
  void destroy(Erasure erasure, List<String> names) {
    int destroyed =
        jdbc.sql("select audit.erase(?)")
            .param(names.toArray(String[]::new))
            .query(Integer.class)
            .single();
    trail.note(
        new Note(
            Note.Kind.ERASURE,
            "audit erase",
            null,
            null,
            Map.of("erasure_id", erasure.id(), "accounts", names, "keys", destroyed)));
  }
}
