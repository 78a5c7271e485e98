package dev.onboarding.edge.auditor;

import dev.onboarding.edge.audit.Note;
import dev.onboarding.edge.audit.ReadingNotes;
import dev.onboarding.edge.audit.StoredEntry;
import java.time.Clock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/// Gives the entries that were asked for, oldest first, however many they are. That somebody asked
/// stands in the trail before the first is given.
public final class ReadTrail {

  private static final int AT_ONCE = 500;

  private final JdbcTemplate database;
  private final TransactionTemplate reading;
  private final String by;
  private final Clock clock;

  /// @param by who reads
  public ReadTrail(DataSource source, String by, Clock clock) {
    this.database = new JdbcTemplate(source);
    this.database.setFetchSize(AT_ONCE);
    this.reading = new TransactionTemplate(new DataSourceTransactionManager(source));
    this.reading.setReadOnly(true);
    this.by = by;
    this.clock = clock;
  }

  /// An entry with what became of it.
  ///
  /// @param resolved the outcome that was learned later; null when there was none to learn
  public record Found(StoredEntry entry, @Nullable String resolved) {

    public ObjectNode json() {
      return entry.json(resolved);
    }
  }

  /// @param act what the reader does, such as `audit search`
  /// @return how many were given
  public long each(String act, TrailQuery query, Consumer<Found> found) {
    ReadingNotes.add(
        database, new Note(Note.Kind.READ, act, by, query.run(), query.details()), clock);
    var condition = query.condition();
    var count = new long[1];
    reading.executeWithoutResult(status ->
        database.query(
            """
            select %s, r.outcome from audit.entries e
            left join audit.entries r
              on r.call = e.call and r.kind = 'resolution' and e.kind = 'call'
            where %s order by e.at, e.server, e.number\
            """
                .formatted(StoredEntry.SELECTED, condition.sql()),
            row -> {
              found.accept(new Found(StoredEntry.read(row.getString(1)), row.getString(2)));
              count[0]++;
            },
            condition.values().toArray()));
    return count[0];
  }
}
