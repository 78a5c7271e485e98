package dev.onboarding.edge.audit;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/// Where those account for themselves who read the trail past the servers: a chain of its own,
/// named `auditor`.
public final class ReadingNotes {

  /// The server under whose name readings are chained.
  public static final String AUDITOR = "auditor";

  private static final String VERSION = "1";

  private ReadingNotes() {}

  /// For good when it returns; nothing may be shown before.
  public static void add(JdbcTemplate database, Note note, Clock clock) {
    var row = Entry.note(AUDITOR, VERSION, note, clock.instant());
    database.queryForObject(
        "select audit.append_reading(?::jsonb)", Long.class, ChainStore.json(List.of(row)));
  }
}
