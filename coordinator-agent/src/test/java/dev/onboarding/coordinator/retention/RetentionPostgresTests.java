package dev.onboarding.coordinator.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.run.RunDatabase;
import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.coordinator.run.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetentionPostgresTests {

  private static final RetentionSettings SETTINGS =
      new RetentionSettings(Period.ofDays(100), Period.ofDays(50), "-", 2, Duration.ofHours(1));

  private final RunDatabase database = new RunDatabase();
  @TempDir private Path reports;
  private RunFiles files;
  private ApplyRetention retention;

  @BeforeEach
  void assemble() {
    database
        .jdbc
        .sql(
            "truncate coordinator.retired_run, coordinator.erasure, coordinator.docusign_event, coordinator.batch cascade")
        .update();
    files = new RunFiles(database.jdbc, reports, database.clock);
    retention =
        new ApplyRetention(
            new OldRuns(database.jdbc), files, database.transactions, SETTINGS, database.clock);
  }

  @Test
  void removesARunWithEverythingThatBelongsToIt() throws IOException {
    var old = full("old");
    var young = database.open("young", "001000000000002AAA").id();
    end(old, RunState.COMPLETED, 101);
    end(young, RunState.COMPLETED, 99);
    write("run_report_%s.md", old);
    write("email_welcome_%s.html", old);
    write("audit_%s.json", young);

    retention.apply();

    for (var table : RunReferences.tables(database.jdbc)) {
      assertThat(table.rowsOf(database.jdbc, old.value())).as(table.toString()).isZero();
    }
    assertThat(database.stores.runs().find(old)).isEmpty();
    assertThat(database.stores.runs().find(young)).isPresent();
    assertThat(database.stores.attempts().of(young)).hasSize(1);
    assertThat(names()).containsExactly("audit_%s.json".formatted(young));
  }

  @ParameterizedTest
  @EnumSource(RunState.class)
  void removesOnlyWhatHasEnded(RunState state) {
    var run = database.open("e", "001000000000001AAA").id();
    end(run, state, 1000);

    retention.apply();

    assertThat(database.stores.runs().find(run).isEmpty()).isEqualTo(state.ended());
  }

  @Test
  void leavesARunAloneThatWaitsHoweverOldItIs() {
    var run = full("waiting");
    database
        .jdbc
        .sql("update coordinator.run set state = 'WAITING_APPROVAL', updated_at = ? where id = ?")
        .params(ago(1000), run.value())
        .update();

    retention.apply();

    assertThat(database.stores.journal().of(run)).hasSize(1);
    assertThat(answer(run)).isEqualTo("{\"a\": 1}");
  }

  @Test
  void letsANewerRunForgetTheOneBefore() {
    var old = full("first");
    var next = full("second");
    database
        .jdbc
        .sql("update coordinator.run set previous_run = ? where id = ?")
        .params(old.value(), next.value())
        .update();
    end(old, RunState.REJECTED, 101);

    retention.apply();

    assertThat(database.run(next).previousRun()).isNull();
  }

  @Test
  void forgetsEarlierWhatTheStepsAnsweredAndKeepsThatTheyWereDone() {
    var run = full("journal");
    end(run, RunState.COMPLETED, 51);

    retention.apply();

    assertThat(answer(run)).isEqualTo("null");
    var step = database.stores.journal().of(run).getFirst();
    assertThat(step.outcome()).isNotNull();
    assertThat(step.outcomeAt()).isNotNull();
    assertThat(database.stores.attempts().find(run, 1).orElseThrow().assessments()).isNull();
    assertThat(database.stores.runs().find(run)).isPresent();
  }

  @Test
  void takesTheSameCorrelationIdAgainOnceItsRunIsGone() {
    var run = database.open("same", "001000000000001AAA").id();
    assertThat(database.open("same", "001000000000001AAA").id()).isEqualTo(run);
    end(run, RunState.COMPLETED, 101);

    retention.apply();

    assertThat(database.open("same", "001000000000001AAA").id()).isNotEqualTo(run);
  }

  @Test
  void worksThroughMoreThanOneChunk() {
    for (int i = 0; i < 7; i++) {
      end(full("many-" + i), RunState.COMPLETED, 101 + i);
    }

    retention.apply();

    assertThat(count("run")).isZero();
    assertThat(count("retired_run")).isEqualTo(7);
  }

  @Test
  void removesOldRemindersAndKeepsRecentOnes() {
    reminder("old", 51);
    reminder("recent", 49);

    retention.apply();

    assertThat(database.jdbc.sql("select key from coordinator.effect").query(String.class).list())
        .containsExactly("recent");
  }

  @Test
  void removesABatchWhenNoRunOfItIsLeft() {
    var old = full("in-a-batch");
    end(old, RunState.COMPLETED, 101);
    batch(old, 101);
    var kept = full("in-another-batch");
    end(kept, RunState.COMPLETED, 99);
    batch(kept, 101);

    retention.apply();

    assertThat(count("batch")).isEqualTo(1);
    assertThat(
            database
                .jdbc
                .sql("select run_id from coordinator.batch_item")
                .query(UUID.class)
                .single())
        .isEqualTo(kept.value());
  }

  private void batch(RunId run, int daysAgo) {
    var batch = UUID.randomUUID();
    database
        .jdbc
        .sql(
            """
            insert into coordinator.batch (id, source, correlation_id, request_digest, mode, state,
              created_at, updated_at) values (:id, 's', :text, 'd', 'OBSERVE', 'GATHERED', :at, :at)\
            """)
        .param("id", batch)
        .param("text", batch.toString())
        .param("at", ago(daysAgo))
        .update();
    database
        .jdbc
        .sql(
            """
            insert into coordinator.batch_item (batch_id, number, account_key, state, run_id)
            values (?, 1, 'A', 'OPENED', ?)\
            """)
        .params(batch, run.value())
        .update();
  }

  @Test
  void removesOldEventsOfDocuSign() {
    for (var days : List.of(51, 49)) {
      database
          .jdbc
          .sql(
              """
              insert into coordinator.docusign_event (event_id, event, envelope_id, received_at)
              values (?, 'envelope-completed', 'e', ?)\
              """)
          .params("event-" + days, ago(days))
          .update();
    }

    retention.apply();

    assertThat(
            database
                .jdbc
                .sql("select event_id from coordinator.docusign_event")
                .query(String.class)
                .list())
        .containsExactly("event-49");
  }

  @Test
  void removesFilesThatAnotherNodeLeftAndNothingElse() throws IOException {
    var gone = new RunId(UUID.randomUUID());
    write("run_report_%s.md", gone);
    write("run_report_%s.md", new RunId(UUID.randomUUID()));
    Files.writeString(reports.resolve("notes.txt"), "x");
    Files.writeString(reports.resolve(".half.tmp"), "x");
    Files.setLastModifiedTime(
        Files.writeString(reports.resolve(".stale.tmp"), "x"),
        FileTime.from(database.clock.instant().minus(Duration.ofHours(2))));
    database
        .jdbc
        .sql("insert into coordinator.retired_run (run_id, removed_at) values (?, ?)")
        .params(gone.value(), ago(1))
        .update();

    assertThat(files.sweep()).isEqualTo(2);
    assertThat(names())
        .hasSize(3)
        .contains("notes.txt", ".half.tmp")
        .doesNotContain("run_report_%s.md".formatted(gone));
  }

  @Test
  void forgetsWhatItRememberedOfRunsAndErasuresInTheEnd() {
    database
        .jdbc
        .sql("insert into coordinator.retired_run (run_id, removed_at) values (?, ?), (?, ?)")
        .params(UUID.randomUUID(), ago(101), UUID.randomUUID(), ago(99))
        .update();
    database
        .jdbc
        .sql(
            """
            insert into coordinator.erasure (id, account, requested_by, reason, requested_at,
              completed_at) values (?, 'A', 'b', 'r', ?, ?)\
            """)
        .params(UUID.randomUUID(), ago(102), ago(101))
        .update();

    retention.apply();

    assertThat(count("retired_run")).isEqualTo(1);
    assertThat(count("erasure")).isZero();
  }

  /// A run with a row in every table that knows runs.
  private RunId full(String event) {
    // An account of its own: a second trigger would go to the first run.
    var run = database.open(event, "A-" + event).id();
    var erasure = UUID.randomUUID();
    for (var statement :
        List.of(
            """
            insert into coordinator.step (run_id, attempt, name, key, tries, epoch, intent_at,
              outcome_at, outcome) values (:run, 1, 'step', :text, 1, 1, now(), now(), '{"a": 1}')
            """,
            """
            insert into coordinator.approval (id, run_id, attempt, answer, approver, reason,
              findings_digest, answered_at)
            values (gen_random_uuid(), :run, 1, 'APPROVE', 'a', 'r', 'd', now())
            """,
            """
            insert into coordinator.effect (key, run_id, kind, target, subject, content_digest,
              correlation_id, tries, intent_at) values (:text, :run, 'mail', 't', 's', 'd', 'c', 1,
              now())
            """,
            """
            insert into coordinator.report (run_id, attempt, name, media_type, digest, content,
              written_at) values (:run, 1, 'md', 'text/markdown', 'd', 'c', now())
            """,
            """
            insert into coordinator.tenant_claim (account_id, environment, run_id, claimed_at)
            values (:text, 'production', :run, now())
            """,
            """
            insert into coordinator.erasure (id, account, requested_by, reason, requested_at)
            values (:erasure, :text, 'b', 'r', now())
            """,
            """
            insert into coordinator.erased_run (run_id, erasure_id, erased_at)
            values (:run, :erasure, now())
            """,
            """
            insert into coordinator.operator_act (run_id, act, person, reason, at)
            values (:run, 'RESUME', 'p', 'r', now())
            """,
            "insert into coordinator.run_envelope (run_id, read_at) values (:run, now())")) {
      database
          .jdbc
          .sql(statement)
          .param("run", run.value())
          .param("text", run.toString())
          .param("erasure", erasure)
          .update();
    }
    return run;
  }

  private void end(RunId run, RunState state, int daysAgo) {
    database
        .jdbc
        .sql("update coordinator.run set state = ?, ended_at = ? where id = ?")
        .params(state.name(), ago(daysAgo), run.value())
        .update();
  }

  private void reminder(String key, int daysAgo) {
    database
        .jdbc
        .sql(
            """
            insert into coordinator.effect (key, kind, target, subject, content_digest,
              correlation_id, tries, intent_at) values (?, 'mail', 't', 's', 'd', 'c', 1, ?)\
            """)
        .params(key, ago(daysAgo))
        .update();
  }

  private String answer(RunId run) {
    return database
        .jdbc
        .sql("select outcome::text from coordinator.step where run_id = ?")
        .param(run.value())
        .query(String.class)
        .single();
  }

  private int count(String table) {
    return database
        .jdbc
        .sql("select count(*) from coordinator." + table)
        .query(Integer.class)
        .single();
  }

  private OffsetDateTime ago(int days) {
    return database.clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
  }

  private void write(String name, RunId run) throws IOException {
    Files.writeString(reports.resolve(name.formatted(run)), "x");
  }

  private List<String> names() throws IOException {
    try (var all = Files.list(reports)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
