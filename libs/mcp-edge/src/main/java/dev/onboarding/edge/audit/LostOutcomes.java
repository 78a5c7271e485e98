package dev.onboarding.edge.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/// Finds the writes of one server whose outcome was lost with its process, and says so; and says
/// what became of them once the same write was repeated and answered. Any node may do it: an entry
/// that another one has appended meanwhile is left alone.
final class LostOutcomes {

  private static final Logger LOG = LoggerFactory.getLogger(LostOutcomes.class);

  private static final Duration WINDOW = Duration.ofDays(1);

  private static final String LOST =
      """
      select to_jsonb(i)::text from audit.entries i
      where i.server = ? and i.kind = 'intent' and i.at >= ? and i.at < ?
        and not exists (select from audit.entries c where c.call = i.call and c.kind = 'call')
      order by i.number limit 1000\
      """;

  /// A repetition is known by its key.
  private static final String REPEATED =
      """
      select to_jsonb(l)::text, r.call::text
      from audit.entries l
      join audit.entries i on i.call = l.call and i.kind = 'intent'
      cross join lateral (
        select r.call from audit.entries r
        where r.server = l.server and r.tool = l.tool and r.kind = 'call' and r.outcome = 'ok'
          and r.number > i.number
          and r.arguments ->> 'idempotency_key' = l.arguments ->> 'idempotency_key'
        order by r.number limit 1) r
      where l.server = ? and l.kind = 'call' and l.outcome = 'indeterminate'
        and not exists (
          select from audit.entries s where s.call = l.call and s.kind = 'resolution')
      order by l.number limit 1000\
      """;

  private final JdbcTemplate database;
  private final ChainStore chain;
  private final String server;
  private final Duration patience;
  private final Clock clock;
  private Instant from = Instant.EPOCH;

  /// @param patience how long an outcome may take
  LostOutcomes(JdbcTemplate database, String server, Duration patience, Clock clock) {
    this.database = database;
    this.chain = new ChainStore(database, server);
    this.server = server;
    this.patience = patience;
    this.clock = clock;
  }

  /// @return how many entries were appended
  int settle() {
    Instant now = clock.instant();
    int settled = giveUp(now) + resolve(now);
    // The first round looks at all there is.
    from = now.minus(patience).minus(WINDOW);
    return settled;
  }

  private int giveUp(Instant now) {
    List<StoredEntry> lost =
        database.query(
            LOST,
            (row, number) -> StoredEntry.read(row.getString(1)),
            server,
            utc(from),
            utc(now.minus(patience)));
    int said = 0;
    for (var intent : lost) {
      if (appended(Entry.lost(intent))) {
        LOG.warn("The outcome of {} (call {}) was lost", intent.text("tool"), intent.call());
        said++;
      }
    }
    return said;
  }

  private int resolve(Instant now) {
    int said = 0;
    for (var repeated : database.query(REPEATED, LostOutcomes::repeated, server)) {
      if (appended(Entry.resolution(repeated.call(), "ok", repeated.by(), now))) {
        said++;
      }
    }
    return said;
  }

  private static Repeated repeated(ResultSet row, int number) throws SQLException {
    return new Repeated(StoredEntry.read(row.getString(1)), row.getString(2));
  }

  private record Repeated(StoredEntry call, String by) {}

  private boolean appended(Entry entry) {
    try {
      chain.append(List.of(entry));
      return true;
    } catch (DuplicateKeyException byAnother) {
      LOG.debug("Call {} was settled meanwhile", entry.field("call"), byAnother);
      return false;
    }
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
