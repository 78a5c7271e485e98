package dev.onboarding.edge.auditor;

import dev.onboarding.edge.audit.Checkpoint;
import dev.onboarding.edge.audit.CheckpointFiles;
import dev.onboarding.edge.audit.CheckpointKey;
import dev.onboarding.edge.audit.Note;
import dev.onboarding.edge.audit.ReadingNotes;
import dev.onboarding.edge.audit.StoredEntry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Checks every chain of a database: that nothing in it was changed, removed, put in or written
/// anew, as far as the chain itself and the checkpoints that left can tell.
public final class VerifyTrail {

  private static final int AT_ONCE = 500;

  private final JdbcTemplate database;
  private final TransactionTemplate snapshot;
  private final String by;
  private final Clock clock;

  /// @param by who checks
  public VerifyTrail(DataSource source, String by, Clock clock) {
    this.database = new JdbcTemplate(source);
    this.database.setFetchSize(AT_ONCE);
    this.snapshot = new TransactionTemplate(new DataSourceTransactionManager(source));
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.snapshot.setReadOnly(true);
    this.by = by;
    this.clock = clock;
  }

  /// What was found.
  ///
  /// @param problems that concern no chain: of the checkpoints' files
  public record Verified(List<ChainVerdict> chains, List<String> problems) {

    public Verified {
      chains = List.copyOf(chains);
      problems = List.copyOf(problems);
    }

    public boolean holds() {
      return problems.isEmpty() && chains.stream().allMatch(ChainVerdict::holds);
    }
  }

  /// @param outside what the files hold that left the database, read before this is called: the
  ///   chains go on growing
  /// @param keys of which one has signed each of them
  public Verified verify(CheckpointFiles.Found outside, Collection<CheckpointKey> keys) {
    ReadingNotes.add(database, new Note(Note.Kind.READ, "audit verify", by, null, Map.of()), clock);
    var problems = new ArrayList<>(outside.problems());
    Map<String, List<Checkpoint>> signed = new HashMap<>();
    for (var each : outside.checkpoints()) {
      if (each.isSignedBy(keys)) {
        signed.computeIfAbsent(each.server(), none -> new ArrayList<>()).add(each);
      } else {
        problems.add(
            "the checkpoint of %s at entry %d of %s is not signed by a known key"
                .formatted(each.at(), each.number(), each.server()));
      }
    }
    return new Verified(
        Objects.requireNonNull(snapshot.execute(status -> chains(signed))), problems);
  }

  private List<ChainVerdict> chains(Map<String, List<Checkpoint>> signed) {
    Map<String, Head> heads =
        database
            .query(
                "select server, number, encode(hash, 'hex') from audit.heads",
                (row, number) -> new Head(row.getString(1), row.getLong(2), row.getString(3)))
            .stream()
            .collect(Collectors.toMap(Head::server, head -> head));
    var servers = new TreeSet<>(heads.keySet());
    servers.addAll(signed.keySet());
    servers.addAll(
        database.queryForList("select distinct server from audit.entries", String.class));
    return servers.stream()
        .map(server -> chain(server, signed.getOrDefault(server, List.of()), heads.get(server)))
        .toList();
  }

  private ChainVerdict chain(String server, List<Checkpoint> checkpoints, @Nullable Head head) {
    var walk = new ChainWalk(server, checkpoints);
    database.query(
        "select %s from audit.entries e where server = ? order by number"
            .formatted(StoredEntry.SELECTED),
        row -> {
          walk.next(StoredEntry.read(row.getString(1)));
        },
        server);
    return head == null ? walk.end(null, null) : walk.end(head.number(), head.hash());
  }

  private record Head(String server, long number, String hash) {}
}
