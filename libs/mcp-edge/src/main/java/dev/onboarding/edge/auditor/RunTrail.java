package dev.onboarding.edge.auditor;

import dev.onboarding.edge.audit.Checkpoint;
import dev.onboarding.edge.audit.StoredEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the chains of all servers hold of one run, with the digests that lead from its entries to
/// the next checkpoint: whoever has it can check its place in the chains and learns nothing of the
/// entries between.
public final class RunTrail {

  /// A chain that is longer from the run to its next checkpoint is given without the way there.
  private static final int MOST_LINKS = 20_000;

  private final JdbcClient jdbc;

  public RunTrail(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The entries in the order of time, and the way of each server's chain along them.
  public record Told(List<StoredEntry> entries, List<Way> ways) {

    public Told {
      entries = List.copyOf(entries);
      ways = List.copyOf(ways);
    }
  }

  /// A part of a server's chain.
  ///
  /// @param from number of its first entry
  /// @param previous what that entry follows, in hexadecimal
  /// @param links of each entry the digest of its content and that of its arguments
  /// @param checkpoint where the part ends; null when none has left since
  public record Way(
      String server,
      long from,
      String previous,
      List<String> links,
      @Nullable Checkpoint checkpoint) {

    public Way {
      links = List.copyOf(links);
    }
  }

  public Told of(String run) {
    var entries =
        jdbc.sql(
                "select %s from audit.entries e where run = ? order by at, server, number"
                    .formatted(StoredEntry.SELECTED))
            .param(run)
            .query((row, number) -> StoredEntry.read(row.getString(1)))
            .list();
    Map<String, long[]> spans = new TreeMap<>();
    for (var entry : entries) {
      var span =
          spans.computeIfAbsent(
              entry.server(), server -> new long[] {entry.number(), entry.number()});
      span[0] = Math.min(span[0], entry.number());
      span[1] = Math.max(span[1], entry.number());
    }
    var ways = new ArrayList<Way>();
    spans.forEach((server, span) -> ways.add(way(server, span[0], span[1])));
    return new Told(entries, ways);
  }

  private Way way(String server, long from, long to) {
    var checkpoint =
        jdbc.sql(
                """
                select * from audit.checkpoints where server = ? and number >= ?
                order by number limit 1\
                """)
            .params(server, to)
            .query(RunTrail::checkpoint)
            .optional()
            .orElse(null);
    if (checkpoint != null && checkpoint.number() - from >= MOST_LINKS) {
      checkpoint = null;
    }
    var links =
        jdbc.sql(
                """
                select encode(digest || arguments_digest, 'hex'), encode(previous, 'hex')
                from audit.entries where server = ? and number between ? and ? order by number\
                """)
            .params(server, from, checkpoint == null ? to : checkpoint.number())
            .query((row, number) -> new Link(row.getString(1), row.getString(2)))
            .list();
    return new Way(
        server,
        from,
        links.getFirst().previous(),
        links.stream().map(Link::digests).toList(),
        checkpoint);
  }

  private record Link(String digests, String previous) {}

  private static Checkpoint checkpoint(ResultSet row, int number) throws SQLException {
    return new Checkpoint(
        Checkpoint.FORMAT,
        row.getString("server"),
        row.getLong("number"),
        row.getString("hash"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("key"),
        row.getString("signature"));
  }
}
