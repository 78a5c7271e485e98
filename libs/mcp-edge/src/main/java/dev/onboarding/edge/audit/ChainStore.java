package dev.onboarding.edge.audit;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/// Appends entries to one server's chain in the database: in one round trip and one commit, however
/// many they are.
final class ChainStore {

  private final JdbcTemplate database;
  private final String server;

  ChainStore(JdbcTemplate database, String server) {
    this.database = database;
    this.server = server;
  }

  /// All or none, in their order.
  void append(List<Entry> entries) {
    database.queryForObject("select audit.append(?, ?::jsonb)", Long.class, server, json(entries));
  }

  /// As the database takes them.
  static String json(List<Entry> entries) {
    return entries.stream().map(Entry::row).collect(Collectors.joining(",", "[", "]"));
  }

  /// One that may stand there already, because its commit was not answered. The outcome of a call
  /// that was given up meanwhile says what became of it.
  void appendOnce(Entry entry) {
    try {
      append(List.of(entry));
    } catch (DuplicateKeyException taken) {
      if (stands(entry)) {
        return;
      }
      if (!entry.field("kind").equals(Entry.CALL)) {
        throw taken;
      }
      append(List.of(entry.late()));
    }
  }

  private boolean stands(Entry entry) {
    return Boolean.TRUE.equals(
        database.queryForObject(
            """
            select exists (select from audit.entries
              where call = ?::uuid and kind = ? and digest = decode(?, 'hex'))\
            """,
            Boolean.class,
            entry.field("call"),
            entry.field("kind"),
            entry.digest()));
  }
}
