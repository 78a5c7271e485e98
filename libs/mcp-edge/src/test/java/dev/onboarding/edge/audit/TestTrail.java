package dev.onboarding.edge.audit;

import static java.util.stream.Collectors.joining;

import com.zaxxer.hikari.HikariDataSource;
import dev.onboarding.edge.EdgeProperties;
import dev.onboarding.edge.auditor.VerifyTrail;
import dev.onboarding.edge.auditor.VerifyTrail.Verified;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.CallTally;
import dev.onboarding.model.Failure;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import dev.onboarding.testkit.SettableClock;
import dev.onboarding.testkit.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.unit.DataSize;

/// The trail of a server named `mine` on a database of its own, and whoever owns that database.
final class TestTrail {

  static final CheckpointKey KEY = CheckpointKey.parse(CheckpointKey.generated());

  private static final List<String> TABLES =
      List.of("entries", "heads", "checkpoints", "account_keys", "removals");

  private static final CalledBy BY = new CalledBy("ada", "ide");

  /// Migrated once, emptied for every test.
  private static final DataSource MIGRATED = migrated();

  final DataSource source = MIGRATED;
  final JdbcTemplate database = new JdbcTemplate(source);
  final SettableClock clock = SettableClock.at(Instant.parse("2026-11-30T08:00:00Z"));
  final AuditTrail trail;
  private final CheckpointFiles files;
  private final String signing = CheckpointKey.generated();
  private final CheckpointKey key = CheckpointKey.parse(signing);

  TestTrail(Path directory) {
    files = new CheckpointFiles(directory);
    trail = node();
    database.execute(
        TABLES.stream()
                .map("alter table audit.%s disable trigger all;"::formatted)
                .collect(joining())
            + TABLES.stream().collect(joining(", audit.", "truncate audit.", ";"))
            + TABLES.stream()
                .map("alter table audit.%s enable trigger all;"::formatted)
                .collect(joining()));
  }

  private static DataSource migrated() {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(TestPostgres.newDatabase());
    pool.setMaximumPoolSize(4);
    AuditSchema.migrated(pool);
    return pool;
  }

  /// One more process of the server.
  AuditTrail node() {
    return new ChainedTrail(database, properties("mine", Period.ofYears(7)), clock);
  }

  static EdgeProperties properties(String server, Period retention) {
    return new EdgeProperties(
        server,
        "1.2.3",
        "",
        List.of(),
        List.of(),
        false,
        DataSize.ofMegabytes(1),
        Duration.ofSeconds(10),
        retention,
        Duration.ofDays(1));
  }

  /// A call that begins now.
  ToolCall call(String tool, Map<String, Object> arguments) {
    return call(tool, arguments, clock.instant());
  }

  ToolCall call(String tool, Map<String, Object> arguments, Instant at) {
    var context = new CallContext("run-1", "corr-1", "someone", null);
    return ToolCall.begun(tool, "contract", context, BY, null, arguments, at);
  }

  static ToolCall ended(ToolCall call, @Nullable Failure failure) {
    return call.ended(
        new ToolCall.Ended(
            failure == null ? Digests.sha256("answer") : null,
            failure,
            Duration.ofMillis(3),
            new CallTally.Figures(1, 2, 0, "CLOSED", 41L)));
  }

  /// Calls that went well.
  void calls(int count) {
    for (int i = 0; i < count; i++) {
      trail.record(ended(call("read_" + i, Map.of("account_id", "ACME-001")), null));
    }
  }

  CheckpointKey key() {
    return key;
  }

  /// A checkpoint leaves.
  void checkpoint() {
    new Checkpoints(
            database,
            "mine",
            files,
            SecretSource.of("TEST_KEY", new Secret(signing))
                .rotating(clock, secret -> CheckpointKey.parse(secret.reveal())),
            clock)
        .leave();
  }

  Verified verified() {
    return verified(List.of(key));
  }

  Verified verified(Collection<CheckpointKey> keys) {
    return new VerifyTrail(source, "Ada Auditor", clock).verify(files.read(), keys);
  }

  /// What does not fit in the chain of the server.
  List<String> problems() {
    return verified().chains().stream()
        .filter(chain -> chain.server().equals("mine"))
        .flatMap(chain -> chain.problems().stream())
        .toList();
  }

  /// Whoever owns the tables takes the triggers away and does as he likes.
  void tamper(String sql) {
    database.execute(
        "begin; alter table audit.entries disable trigger all; alter table audit.heads disable trigger all; "
            + sql
            + "; alter table audit.entries enable trigger all; alter table audit.heads enable trigger all; commit");
  }

  long count(String condition) {
    Long count =
        database.queryForObject(
            "select count(*) from audit.entries where " + condition, Long.class);
    return count == null ? 0 : count;
  }
}
