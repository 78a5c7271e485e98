package dev.onboarding.edge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A role that serves tools appends, and can change nothing of what it has appended.
class RolesPostgresTests {

  private static final String MARK = UUID.randomUUID().toString().substring(0, 8);
  private static final String OWNER = "owner_" + MARK;
  private static final String SERVING = "serving_" + MARK;
  private static final String READER = "reader_" + MARK;
  private static final DataSource DATABASE = TestPostgres.dataSource();
  private static final DataSource OWNS = new As(OWNER);
  private static final JdbcTemplate SERVES = new JdbcTemplate(new As(SERVING));
  private static final JdbcTemplate READS = new JdbcTemplate(new As(READER));

  @BeforeAll
  static void divide() {
    var all = new JdbcTemplate(DATABASE);
    for (var role : List.of(OWNER, SERVING, READER)) {
      all.execute("create role " + role);
    }
    String name = all.queryForObject("select current_database()", String.class);
    all.execute("grant create on database %s to %s".formatted(name, OWNER));
    AuditSchema.migrated(OWNS);
    AuditSchema.letServe(OWNS, SERVING);
    AuditSchema.letRead(OWNS, READER);
  }

  @AfterAll
  static void forget() {
    var all = new JdbcTemplate(DATABASE);
    for (var role : List.of(OWNER, SERVING, READER)) {
      all.execute("drop owned by %1$s cascade; drop role %1$s".formatted(role));
    }
  }

  @Test
  void servesWithoutOwningAnything() {
    AuditSchema.migrated(new As(SERVING));
    var server = TestTrail.properties("mine", Period.ofYears(1));
    var trail = new ChainedTrail(SERVES, server, Clock.systemUTC());

    trail.note(new Note(Note.Kind.READ, "evidence", null, null, Map.of("name", "x")));

    assertThat(new AuditPurge(SERVES, server, Clock.systemUTC()).purge()).isZero();
    assertThat(
            SERVES.queryForObject(
                "select count(*) from audit.entries where server = 'mine'", Integer.class))
        .isEqualTo(1);
  }

  @Test
  void mayNeitherChangeNorRemoveNorForgeARowNorTakeATriggerAway() {
    for (var forbidden :
        List.of(
            "update audit.entries set tool = 'x'",
            "delete from audit.entries",
            "truncate audit.entries",
            "insert into audit.entries (server) values ('x')",
            "update audit.heads set number = 0",
            "delete from audit.heads",
            "insert into audit.heads (server, number, hash) values ('x', 0, '')",
            "select key from audit.account_keys",
            "delete from audit.account_keys",
            "delete from audit.checkpoints",
            "delete from audit.removals",
            "alter table audit.entries disable trigger all",
            "drop trigger entries_append_only on audit.entries",
            "drop table audit.entries",
            "alter table audit.entries owner to " + SERVING,
            "create or replace function audit.refuse_change() returns trigger language plpgsql as 'begin return old; end'",
            "select audit.random_key()",
            "set role " + OWNER,
            "set session_replication_role = replica",
            "create table audit.mine (number int)")) {
      assertThatThrownBy(() -> SERVES.execute(forbidden))
          .as(forbidden)
          .rootCause()
          .message()
          .containsPattern("permission denied|must be owner|must be able to SET ROLE");
    }
  }

  @Test
  void letsAnAuditorReadAndNoteItAndNothingElse() {
    assertThatCode(() ->
            ReadingNotes.add(
                READS,
                new Note(Note.Kind.READ, "audit search", "Ada", null, Map.of()),
                Clock.systemUTC()))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> READS.execute("select audit.append('mine', '[]')"))
        .hasRootCauseMessage("ERROR: permission denied for function append");
    assertThatThrownBy(() -> READS.execute("select audit.erase('{}')"))
        .hasRootCauseMessage("ERROR: permission denied for function erase");
  }

  @Test
  void takesNoNameOfARoleThatIsAStatement() {
    assertThatThrownBy(() -> AuditSchema.letRead(OWNS, "x; drop schema audit"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no name of a role");
  }

  /// The database's own connections, acting as another role and nothing more.
  private static final class As extends DelegatingDataSource {

    private final String role;

    As(String role) {
      super(DATABASE);
      this.role = role;
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      try (var statement = connection.createStatement()) {
        statement.execute("set session authorization " + role);
      }
      return connection;
    }
  }
}
