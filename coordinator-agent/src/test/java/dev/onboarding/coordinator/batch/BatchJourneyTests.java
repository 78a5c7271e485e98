package dev.onboarding.coordinator.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.FakeToolServers;
import dev.onboarding.coordinator.PlayedAccounts;
import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BatchJourneyTests {

  private static final RunningCoordinator SYSTEM = RunningCoordinator.shared();

  private final String mark = "B" + UUID.randomUUID().toString().substring(0, 8) + "-";

  @BeforeEach
  void everybodyPlaysTheirUsualPart() {
    SYSTEM.playAgain();
  }

  @Test
  void tellsWhoWouldBeStoppedWithOneCallOfEachKind() {
    tell("sound", Story.SOUND);
    tell("late", Story.OVERDUE);
    tell("lost", Story.NOT_WON);

    var batch =
        done(
            start(Map.of("account_ids", keys("sound", "late", "lost", "gone"), "mode", "observe")));

    assertThat(progress(batch))
        .containsEntry("accounts", 4)
        .containsEntry("proceed", 1)
        .containsEntry("escalate", 1)
        .containsEntry("block", 2);
    assertThat(callsOf(batch, "salesforce_get_onboarding_snapshots")).hasSize(1);
    assertThat(callsOf(batch, "contract_assess")).hasSize(1);
    assertThat(callsOf(batch, "finance_assess"))
        .singleElement()
        .satisfies(call ->
            assertThat(RunningCoordinator.texts(call.arguments().path("accounts"), "account_id"))
                .containsExactlyInAnyOrder(id("sound"), id("late")));
    assertThat(RunningCoordinator.texts(batch.path("accounts"), "run_id"))
        .hasSize(4)
        .allSatisfy(
            run -> assertThat(SYSTEM.resting(run).path("state").asString()).isEqualTo("COMPLETED"));
    assertThat(effectsOf(batch)).isZero();
  }

  @Test
  void judgesTheRecordedEvidenceAndNamesTheBatchInTheRun() {
    tell("one", Story.OVERDUE);

    var batch = done(start(Map.of("account_ids", keys("one"), "mode", "observe")));

    var run = SYSTEM.resting(batch.at("/accounts/0/run_id").asString());
    assertThat(run.path("source").asString()).isEqualTo("batch");
    assertThat(run.path("correlation_id").asString())
        .isEqualTo(batch.at("/batch/batch_id").asString() + "/1");
    assertThat(run.path("account_id").asString()).isEqualTo(id("one"));
    assertThat(run.at("/decision/verdict").asString()).isEqualTo("ESCALATE");
    assertThat(run.path("steps").valueStream())
        .anySatisfy(step -> {
          assertThat(step.path("step").asString()).isEqualTo("gather_evidence");
          assertThat(step.path("tries").asInt()).isEqualTo(1);
        });
    assertThat(SYSTEM.servers.calls("salesforce_get_onboarding_snapshot"))
        .noneMatch(call -> call.text("account_id").equals(id("one")));
  }

  @Test
  void aBadRowFailsAlone() {
    tell("good", Story.SOUND);
    var ids = List.of(mark + "good", "no id!", mark + "good", id("good"));

    var batch = done(start(Map.of("account_ids", ids, "mode", "observe")));

    assertThat(RunningCoordinator.texts(batch.path("accounts"), "state"))
        .containsExactly("OPENED", "FAILED", "FAILED", "FAILED");
    assertThat(
            batch
                .path("accounts")
                .valueStream()
                .map(row -> row.at("/failure/error_code").asString("")))
        .containsExactly("", "INVALID_ACCOUNT_ID", "REPEATED_ACCOUNT", "REPEATED_ACCOUNT");
    assertThat(batch.at("/accounts/1/why").asString())
        .contains("'no id!'")
        .contains("give 15 or 18");
    assertThat(batch.at("/accounts/2/why").asString()).contains("row 1");
  }

  @Test
  void actsOnEachAccountOnceAndSkipsItTheNextTime() {
    tell("new", Story.SOUND);

    var first = done(start(Map.of("account_ids", keys("new"))));
    var run = SYSTEM.resting(first.at("/accounts/0/run_id").asString());
    var second = done(start(Map.of("account_ids", List.of(id("new")))));

    assertThat(run.path("state").asString()).isEqualTo("COMPLETED");
    assertThat(SYSTEM.servers.calls("salesforce_get_onboarding_snapshot"))
        .filteredOn(call -> run.path("run_id").asString().equals(call.run()))
        .hasSize(1);
    assertThat(second.at("/accounts/0/state").asString()).isEqualTo("SKIPPED");
    assertThat(second.at("/accounts/0/run_id")).isEqualTo(first.at("/accounts/0/run_id"));
    assertThat(callsOf(second, "salesforce_get_onboarding_snapshots")).isEmpty();
  }

  @Test
  void tellsTheVerdictOfARunThatIsUnderWay() {
    tell("waits", Story.OVERDUE);
    var waiting = SYSTEM.rested(mark + "waits", mark + "event");

    var batch = done(start(Map.of("account_ids", List.of(id("waits")))));

    assertThat(waiting.path("state").asString()).isEqualTo("WAITING_APPROVAL");
    assertThat(batch.at("/accounts/0/state").asString()).isEqualTo("JOINED");
    assertThat(batch.at("/accounts/0/run_id")).isEqualTo(waiting.path("run_id"));
    assertThat(batch.at("/accounts/0/verdict").asString()).isEqualTo("ESCALATE");
  }

  @Test
  void startsTheLatestDealsWonWithoutARun() {
    var keys = IntStream.range(0, 7).mapToObj(i -> "won-" + i).toList();
    keys.forEach(key -> tell(key, Story.SOUND));
    IntStream.range(0, 7).forEach(i -> SYSTEM.accounts.won(mark + "won-" + i, 100 - i));
    done(start(Map.of("account_ids", keys("won-6"), "mode", "observe")));

    var batch =
        done(
            start(
                Map.of(
                    "won_since",
                    today().minusDays(200).toString(),
                    "limit",
                    5,
                    "mode",
                    "observe")));

    assertThat(RunningCoordinator.texts(batch.path("accounts"), "account"))
        .filteredOn(account -> keys.stream().anyMatch(key -> id(key).equals(account)))
        .containsExactly(id("won-5"), id("won-4"), id("won-3"), id("won-2"), id("won-1"));
    assertThat(batch.at("/batch/left_out").asInt()).isEqualTo(1);
    assertThat(callsOf(batch, "salesforce_get_onboarding_snapshots")).hasSize(2);
  }

  @Test
  void readsAChunkAgainWhenASystemWasOutAndOpensEachRunOnce() {
    Stream.of("a", "b", "c").forEach(key -> tell(key, Story.SOUND));
    SYSTEM.servers.failBefore("finance_assess", outage());

    var batch = done(start(Map.of("account_ids", keys("a", "b", "c"), "mode", "observe")));

    assertThat(progress(batch)).containsEntry("proceed", 3);
    assertThat(callsOf(batch, "salesforce_get_onboarding_snapshots")).hasSize(2);
    assertThat(runsOf(batch)).isEqualTo(3);
  }

  @Test
  void judgesWhatItHasWhenASystemStaysOut() {
    Stream.of("a", "b").forEach(key -> tell(key, Story.SOUND));
    var batch =
        start(
            Map.of("account_ids", keys("a", "b"), "mode", "observe"),
            () ->
                SYSTEM.servers.on(
                    "finance_assess",
                    asked -> {
                      throw outage();
                    }));

    assertThat(progress(done(batch))).containsEntry("block", 2);
  }

  @Test
  void givesTheSameBatchForTheSameRequest() {
    tell("same", Story.SOUND);
    var request =
        new HashMap<String, Object>(Map.of("account_ids", keys("same"), "mode", "observe"));
    request.put("correlation_id", mark + "again");

    var first = SYSTEM.post("/api/runs:batch", RunningCoordinator.json(request));
    var second = SYSTEM.post("/api/runs:batch", RunningCoordinator.json(request));
    request.put("account_ids", keys("same", "other"));
    var third = SYSTEM.post("/api/runs:batch", RunningCoordinator.json(request));

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(first.headers().firstValue("Location").orElseThrow()).startsWith("/api/batches/");
    assertThat(RunningCoordinator.tree(second).path("repeated").asBoolean()).isTrue();
    assertThat(RunningCoordinator.tree(second).at("/batch/batch_id"))
        .isEqualTo(RunningCoordinator.tree(first).at("/batch/batch_id"));
    assertThat(third.statusCode()).isEqualTo(409);
    assertThat(third.body()).contains("conflicting-batch").contains(mark + "again");
    done(RunningCoordinator.tree(first));
  }

  @Test
  void listsBatchesAndCountsThemForMonitoring() {
    tell("listed", Story.SOUND);
    var batch =
        done(
            start(Map.of("account_ids", keys("listed"), "mode", "observe", "requested_by", "Pat")));

    var listed = RunningCoordinator.tree(SYSTEM.get("/api/batches?size=50")).path("batches");

    assertThat(RunningCoordinator.texts(listed, "batch_id"))
        .contains(batch.at("/batch/batch_id").asString());
    assertThat(SYSTEM.get("/actuator/prometheus").body())
        .contains("onboarding_batch_accounts_waiting 0.0")
        .contains("onboarding_batch_accounts_total{outcome=\"opened\"}");
  }

  private void tell(String key, Story story) {
    SYSTEM.accounts.tell(mark + key, story);
  }

  private List<String> keys(String... keys) {
    return Stream.of(keys).map(key -> mark + key).toList();
  }

  private String id(String key) {
    return PlayedAccounts.accountId(mark + key);
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(SYSTEM.clock.instant(), java.time.ZoneOffset.UTC);
  }

  private static FailureException outage() {
    return new FailureException(
        Failure.of(ErrorType.RATE_LIMIT, "OUT", 429, "NetSuite takes no more calls."));
  }

  private static JsonNode start(Map<String, Object> request) {
    return start(request, () -> {});
  }

  private static JsonNode start(Map<String, Object> request, Runnable before) {
    before.run();
    var accepted = SYSTEM.post("/api/runs:batch", RunningCoordinator.json(request));
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    return RunningCoordinator.tree(accepted);
  }

  private static JsonNode done(JsonNode accepted) {
    var address = accepted.at("/batch/location").asString();
    var end = SYSTEM.clock.instant().plus(Duration.ofSeconds(20));
    var now = RunningCoordinator.tree(SYSTEM.get(address));
    while (!now.at("/batch/state").asString().equals("DONE")) {
      assertThat(SYSTEM.clock.instant()).as(now.toPrettyString()).isBefore(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      now = RunningCoordinator.tree(SYSTEM.get(address));
    }
    return now;
  }

  private static Map<String, Integer> progress(JsonNode batch) {
    var progress = new HashMap<String, Integer>();
    batch
        .at("/batch/progress")
        .properties()
        .forEach(count -> progress.put(count.getKey(), count.getValue().asInt()));
    return progress;
  }

  private static List<FakeToolServers.Call> callsOf(JsonNode batch, String tool) {
    var prefix = "batch/" + batch.at("/batch/batch_id").asString();
    return new ArrayList<>(
        SYSTEM.servers.calls(tool).stream()
            .filter(call -> String.valueOf(call.correlation()).startsWith(prefix))
            .toList());
  }

  private static int runsOf(JsonNode batch) {
    return SYSTEM
        .jdbc()
        .sql(
            "select count(*) from coordinator.run where source = 'batch' and correlation_id like ?")
        .param(batch.at("/batch/batch_id").asString() + "/%")
        .query(Integer.class)
        .single();
  }

  private static int effectsOf(JsonNode batch) {
    return SYSTEM
        .jdbc()
        .sql(
            """
            select count(*) from coordinator.effect e join coordinator.run r on r.id = e.run_id
            where r.source = 'batch' and r.correlation_id like ?\
            """)
        .param(batch.at("/batch/batch_id").asString() + "/%")
        .query(Integer.class)
        .single();
  }
}
