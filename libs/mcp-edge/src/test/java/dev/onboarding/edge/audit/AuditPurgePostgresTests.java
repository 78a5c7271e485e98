package dev.onboarding.edge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.edge.EdgeProperties;
import dev.onboarding.testkit.TestPostgres;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.unit.DataSize;

class AuditPurgePostgresTests {

  private static final DataSource MIGRATED = migrated();

  private final DataSource source = MIGRATED;
  private final JdbcTemplate database = new JdbcTemplate(source);
  private final Clock clock = Clock.systemUTC();
  private final Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);

  private static DataSource migrated() {
    var source = TestPostgres.dataSource();
    AuditSchema.migrated(source);
    return source;
  }

  @BeforeEach
  void empty() {
    for (var table : List.of("tool_calls", "intents", "removals")) {
      database.execute(
          "alter table audit.%1$s disable trigger all; truncate audit.%1$s; alter table audit.%1$s enable trigger all"
              .formatted(table));
    }
  }

  @Test
  void removesWhatIsOlderThanItMustBeKeptAndSaysSo() {
    call("mine", 800);
    call("mine", 731);
    call("mine", 729);
    intent("mine", 731);

    long removed = purge("mine", Period.ofDays(730));

    assertThat(removed).isEqualTo(3);
    assertThat(ages("tool_calls")).containsExactly(729L);
    assertThat(ages("intents")).isEmpty();
    assertThat(database.queryForList("select relation, rows from audit.removals order by relation"))
        .extracting(row -> row.get("relation") + " " + row.get("rows"))
        .containsExactly("intents 1", "tool_calls 2");
    assertThat(
            database.queryForObject(
                "select oldest < newest from audit.removals where rows = 2", Boolean.class))
        .isTrue();
  }

  @Test
  void leavesTheRowsOfOtherServersAlone() {
    call("mine", 800);
    call("another", 800);

    purge("mine", Period.ofYears(1));

    assertThat(database.queryForList("select server from audit.tool_calls", String.class))
        .containsExactly("another");
  }

  @Test
  void removesNothingTwiceAndRecordsNothingForNothing() {
    call("mine", 800);
    purge("mine", Period.ofYears(1));

    assertThat(purge("mine", Period.ofYears(1))).isZero();
    assertThat(count("removals")).isEqualTo(1);
  }

  @Test
  void removesNothingWhileAnotherOneDoes() throws Exception {
    call("mine", 800);
    try (var other = source.getConnection();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(hashtext('audit purge'), hashtext('mine'))");

      assertThat(purge("mine", Period.ofYears(1))).isZero();
    }
    assertThat(purge("mine", Period.ofYears(1))).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from audit.tool_calls",
        "delete from audit.intents",
        "set audit.purged_before = '2999-01-01'; delete from audit.tool_calls where at > now() - interval '89 days'",
        "truncate audit.tool_calls",
        "update audit.tool_calls set tool = 'x'",
        "delete from audit.removals",
        "update audit.removals set rows = 0"
      })
  void refusesEveryOtherChangeWhoeverAsks(String change) {
    call("mine", 800);
    call("mine", 80);
    intent("mine", 800);

    assertThatThrownBy(() -> database.execute(change)).hasMessageContaining("never changed");
    assertThat(count("tool_calls")).isEqualTo(2);
  }

  @Test
  void refusesToGoBelowTheShortestRetention() {
    assertThatThrownBy(() ->
            database.queryForObject(
                "select audit.purge('mine', now() - interval '89 days', 10)", Long.class))
        .hasMessageContaining("90 days");
    assertThatThrownBy(() -> properties("mine", Period.ofDays(89)))
        .hasMessageContaining("audit-retention");
    assertThat(properties("mine", Period.ofDays(90)).auditRetention()).isEqualTo(Period.ofDays(90));
  }

  private long purge(String server, Period retention) {
    return new AuditPurge(database, properties(server, retention), clock).purge();
  }

  private static EdgeProperties properties(String server, Period retention) {
    return new EdgeProperties(
        server,
        "1",
        "",
        List.of(),
        List.of(),
        false,
        DataSize.ofMegabytes(1),
        Duration.ofSeconds(10),
        retention,
        Duration.ofDays(1));
  }

  private void call(String server, int daysAgo) {
    database.update(
        """
        insert into audit.tool_calls (id, at, server, version, tool, arguments, arguments_digest,
            outcome, micros) values (?, ?, ?, '1', 'tool', '{}', 'digest', 'ok', 1)\
        """,
        UUID.randomUUID(),
        at(daysAgo),
        server);
  }

  private void intent(String server, int daysAgo) {
    database.update(
        """
        insert into audit.intents (id, at, server, tool, arguments, arguments_digest)
        values (?, ?, ?, 'tool', '{}', 'digest')\
        """,
        UUID.randomUUID(),
        at(daysAgo),
        server);
  }

  private Timestamp at(int daysAgo) {
    return Timestamp.from(now.minus(Duration.ofDays(daysAgo)));
  }

  private List<Long> ages(String table) {
    return database
        .queryForList("select at from audit." + table + " order by at", Timestamp.class)
        .stream()
        .map(at -> Duration.between(at.toInstant(), now).toDays())
        .toList();
  }

  private int count(String table) {
    Integer count = database.queryForObject("select count(*) from audit." + table, Integer.class);
    return count == null ? 0 : count;
  }
}
