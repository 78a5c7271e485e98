package dev.onboarding.edge.audit;

import dev.onboarding.model.secret.Rotating;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/// Lets signed checkpoints of one server's chain leave the database: first to the files, then as a
/// row that says so.
final class Checkpoints {

  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  private final JdbcTemplate database;
  private final String server;
  private final CheckpointFiles files;
  private final Rotating<CheckpointKey> key;
  private final Clock clock;
  private long last;

  Checkpoints(
      JdbcTemplate database,
      String server,
      CheckpointFiles files,
      Rotating<CheckpointKey> key,
      Clock clock) {
    this.database = database;
    this.server = server;
    this.files = files;
    this.key = key;
    this.clock = clock;
  }

  /// Where the chain ends now goes out, unless this process has said so before.
  void leave() {
    for (var head :
        database.query(
            "select number, encode(hash, 'hex') from audit.heads where server = ? and number > ?",
            Checkpoints::head,
            server,
            last)) {
      leave(head);
    }
  }

  private void leave(Head head) {
    var checkpoint =
        Checkpoint.signed(server, head.number(), head.hash(), clock.instant(), key.current());
    try {
      files.append(checkpoint);
    } catch (IOException full) {
      LOG.error("No checkpoint of the audit trail could leave; the next round tries again", full);
      return;
    }
    database.update(
        """
        insert into audit.checkpoints (server, number, hash, at, key, signature)
        values (?, ?, ?, ?, ?, ?) on conflict (server, number) do nothing\
        """,
        checkpoint.server(),
        checkpoint.number(),
        checkpoint.hash(),
        checkpoint.at().atOffset(ZoneOffset.UTC),
        checkpoint.key(),
        checkpoint.signature());
    last = head.number();
  }

  private static Head head(ResultSet row, int number) throws SQLException {
    return new Head(row.getLong(1), row.getString(2));
  }

  private record Head(long number, String hash) {}
}
