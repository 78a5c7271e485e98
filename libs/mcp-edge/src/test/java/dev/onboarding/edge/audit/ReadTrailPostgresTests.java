package dev.onboarding.edge.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.edge.auditor.CheckRunTrail;
import dev.onboarding.edge.auditor.ReadTrail;
import dev.onboarding.edge.auditor.ReadTrail.Found;
import dev.onboarding.edge.auditor.RunTrail;
import dev.onboarding.edge.auditor.RunTrail.Told;
import dev.onboarding.edge.auditor.RunTrail.Way;
import dev.onboarding.edge.auditor.TrailCsv;
import dev.onboarding.edge.auditor.TrailQuery;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.CallTally;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Searching, handing out, and checking what was handed out.
class ReadTrailPostgresTests {

  private static final Instant BEGUN = Instant.parse("2026-11-30T08:00:00Z");

  private TestTrail trail;

  @TempDir private Path checkpoints;

  @BeforeEach
  void write() {
    trail = new TestTrail(checkpoints);
    add("read", "run-1", "agent", Map.of("account_id", "ACME-001"), null);
    trail.clock.advance(Duration.ofMinutes(1));
    add("read", "run-2", "=HYPERLINK(\"x\")", Map.of("account_id", "ACME-002"), null);
    trail.clock.advance(Duration.ofMinutes(1));
    var failure = Failure.of(ErrorType.SERVER_ERROR, "DOWN", 503, "It is down.");
    add("write", "run-1", "agent", Map.of("account_id", "ACME-001", "note", "a, b"), failure);
    trail.trail.intend(call("write", "run-3", "agent", Map.of("idempotency_key", "k")));
  }

  @Test
  void findsByRunToolCallerAccountTimeAndOutcome() {
    assertThat(found(query("run-1", null, null, null, null)))
        .containsExactly("read ok", "write failed");
    assertThat(found(query(null, "read", null, null, null))).containsExactly("read ok", "read ok");
    assertThat(found(query(null, null, "agent", null, null)))
        .containsExactly("read ok", "write failed", "write pending");
    assertThat(found(query(null, null, null, "ACME-002", null))).containsExactly("read ok");
    assertThat(found(query(null, null, null, null, "failed"))).containsExactly("write failed");
    assertThat(found(query(null, null, null, null, "pending"))).containsExactly("write pending");
    var secondMinute =
        new TrailQuery(
            "mine",
            null,
            null,
            null,
            null,
            null,
            BEGUN.plusSeconds(60),
            BEGUN.plusSeconds(120),
            false);
    assertThat(found(secondMinute)).containsExactly("read ok");
  }

  @Test
  void recordsEveryReadingWithWhatWasAskedBeforeItAnswers() {
    var seen = new ArrayList<Map<String, Object>>();
    new ReadTrail(trail.source, "Ada Auditor", trail.clock)
        .each(
            "audit search",
            TrailQuery.ofRun("run-1"),
            found -> {
              if (seen.isEmpty()) {
                seen.addAll(
                    trail.database.queryForList(
                        "select subject, run, arguments ->> 'run' as asked from audit.entries where server = 'auditor'"));
              }
            });

    assertThat(seen)
        .singleElement()
        .satisfies(row ->
            assertThat(row)
                .containsEntry("subject", "Ada Auditor")
                .containsEntry("run", "run-1")
                .containsEntry("asked", "run-1"));
  }

  @Test
  void writesCsvThatIsReadBackAndRunsNothing() throws IOException {
    var text = new StringBuilder();
    read(query(null, null, null, null, null)).forEach(new TrailCsv(text)::write);

    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    var records = format.parse(new StringReader(text.toString())).getRecords();
    assertThat(records)
        .extracting(each -> each.get("tool") + " " + each.get("caller"))
        .containsExactly("read agent", "read '=HYPERLINK(\"x\")", "write agent", "write agent");
    assertThat(records.get(2).get("arguments"))
        .contains("\"account_id\":\"ACME-001\"", "\"note\":\"***\"");
    assertThat(records.get(2).get("sealed_by")).isEqualTo("[\"ACME-001\"]");
    assertThat(text).contains("\r\n");
  }

  @Test
  void givesOneObjectThatCanBeReadBackAndCheckedForEachEntry() {
    for (var found : read(query(null, null, null, null, null))) {
      var again = StoredEntry.read(found.json().toString());

      assertThat(again.contentDigest()).isEqualTo(found.entry().digest());
      assertThat(again.hashFrom(again.previous())).isEqualTo(again.hash());
    }
  }

  @Test
  void tellsWhatBecameOfACallThatWasGivenUp() {
    trail.clock.advance(Duration.ofHours(1));
    new LostOutcomes(trail.database, "mine", Duration.ofMinutes(10), trail.clock).settle();
    add("write", "run-3", "agent", Map.of("idempotency_key", "k"), null);
    new LostOutcomes(trail.database, "mine", Duration.ofMinutes(10), trail.clock).settle();

    assertThat(read(query("run-3", null, null, null, null)))
        .extracting(each -> each.entry().text("outcome") + " " + each.resolved())
        .containsExactly("indeterminate ok", "ok null");
  }

  @Test
  void checksARunsEntriesUpToTheCheckpointWithNothingElse() {
    trail.calls(3);
    trail.checkpoint();
    var told = new RunTrail(JdbcClient.create(trail.source)).of("run-2");

    assertThat(told.entries()).hasSize(1);
    assertThat(told.ways()).singleElement().satisfies(way -> assertThat(way.links()).hasSize(6));
    assertThat(CheckRunTrail.problems(told, List.of(trail.key()))).isEmpty();
    assertThat(CheckRunTrail.problems(told, List.of(TestTrail.KEY)))
        .singleElement()
        .asString()
        .contains("not signed by a known key");
  }

  @Test
  void findsAnEntryOrAWayThatIsNotWhatWasChained() {
    trail.checkpoint();
    var told = new RunTrail(JdbcClient.create(trail.source)).of("run-1");
    var way = told.ways().getFirst();
    var changed =
        StoredEntry.read(
            told.entries().getFirst().json(null).toString().replace("ACME-001", "ACME-009"));
    var links = new ArrayList<>(way.links());
    links.set(1, "0".repeat(128));
    var bent = new Way(way.server(), way.from(), way.previous(), links, way.checkpoint());

    assertThat(problems(List.of(changed, told.entries().get(1)), way))
        .containsExactly("entry 1 of mine is not what was chained");
    assertThat(problems(told.entries(), bent))
        .contains("entry 3 of mine is not what was chained")
        .anyMatch(says -> says.contains("does not lead to its checkpoint"));
    assertThat(CheckRunTrail.problems(new Told(told.entries(), List.of()), List.of()))
        .containsExactly("2 entries of mine stand in no part of its chain");
  }

  private static List<String> problems(List<StoredEntry> entries, Way way) {
    return CheckRunTrail.problems(new Told(entries, List.of(way)), List.of());
  }

  private static TrailQuery query(
      @Nullable String run,
      @Nullable String tool,
      @Nullable String caller,
      @Nullable String account,
      @Nullable String outcome) {
    return new TrailQuery("mine", run, tool, caller, account, outcome, null, null, false);
  }

  private List<String> found(TrailQuery query) {
    return read(query).stream()
        .map(Found::entry)
        .map(entry ->
            entry.text("tool")
                + " "
                + (entry.kind().equals("intent") ? "pending" : entry.text("outcome")))
        .toList();
  }

  private List<Found> read(TrailQuery query) {
    var found = new ArrayList<Found>();
    new ReadTrail(trail.source, "Ada", trail.clock).each("audit search", query, found::add);
    return found;
  }

  private void add(
      String tool,
      String run,
      String caller,
      Map<String, Object> arguments,
      @Nullable Failure failure) {
    trail.trail.record(
        call(tool, run, caller, arguments)
            .ended(
                new ToolCall.Ended(null, failure, Duration.ofMillis(1), CallTally.Figures.NONE)));
  }

  private ToolCall call(String tool, String run, String caller, Map<String, Object> arguments) {
    var context = new CallContext(run, null, caller, null);
    return ToolCall.begun(
        tool, "contract", context, CalledBy.UNKNOWN, null, arguments, trail.clock.instant());
  }
}
