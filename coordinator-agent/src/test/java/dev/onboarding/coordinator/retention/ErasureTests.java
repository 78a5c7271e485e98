package dev.onboarding.coordinator.retention;

import static dev.onboarding.coordinator.RunningCoordinator.tree;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.onboarding.coordinator.PlayedAccounts;
import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.testkit.DatabaseText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A customer's personal data, planted through a whole run and looked for everywhere afterwards.
class ErasureTests {

  private static final String TOOL = "provision_erase_personal_data";

  private final RunningCoordinator coordinator = RunningCoordinator.shared();
  private final String mark = "canary" + UUID.randomUUID().toString().substring(0, 8) + ".";

  @BeforeEach
  void playTheProvisioningServer() {
    coordinator.servers.on(
        TOOL,
        asked ->
            Map.of(
                "tenants", 1,
                "tasks", 14,
                "credential_links", 1,
                "answers", 3,
                "task_ids", List.of("task-of-" + asked.path("account_id").asString())));
  }

  @Test
  void leavesNoPersonalValueInAnyColumnOrFile() {
    var run = approved("E-CANARY");
    remind("task-of-" + account("E-CANARY"));
    askInABatch("E-CANARY");
    assertThat(found())
        .extracting(found -> found.replaceFirst(":.*", ""))
        .contains(
            "coordinator.run.account_name",
            "coordinator.attempt.assessments",
            "coordinator.step.outcome",
            "coordinator.approval.reason",
            "coordinator.state_change.why",
            "coordinator.effect.target",
            "coordinator.batch_item.why",
            "coordinator.batch_chunk.failure",
            "coordinator.report.content");
    assertThat(files()).isNotEmpty();

    var erasure = erased("E-CANARY");

    assertThat(found()).isEmpty();
    assertThat(files()).isEmpty();
    assertThat(erasure.path("runs").asInt()).isEqualTo(1);
    assertThat(erasure.at("/provisioning/tasks").asInt()).isEqualTo(14);
    assertThat(tree(coordinator.get("/api/runs/" + run)).path("run_id").asString()).isEqualTo(run);
  }

  @Test
  void keepsWhatProvesTheDecision() {
    var run = approved("E-PROOF");
    var before = tree(coordinator.get("/api/runs/" + run));

    erased("E-PROOF");

    var after = tree(coordinator.get("/api/runs/" + run));
    for (var kept :
        List.of(
            "/state",
            "/account",
            "/account_id",
            "/findings_digest",
            "/decision/verdict",
            "/decision/fired/0/rule",
            "/decision/fired/0/tier",
            "/decision/rule_set_digest",
            "/approval/approver",
            "/approval/answered_at",
            "/attempts/0/decision_digest",
            "/attempts/0/assessments/invoice/findings/0/remaining",
            "/attempts/0/assessments/invoice/findings/0/due",
            "/attempts/0/assessments/contract/findings/0/id",
            "/attempts/0/assessments/owner/findings/0/id",
            "/attempts/0/assessments/owner/findings/0/evidence/0/digest")) {
      assertThat(after.at(kept)).as(kept).isEqualTo(before.at(kept));
      assertThat(after.at(kept).isMissingNode()).as(kept).isFalse();
    }
    var replayed = tree(coordinator.get("/api/runs/" + run + "/replay"));
    assertThat(replayed.path("result").asString())
        .as("the decision is still proven: %s", replayed)
        .isEqualTo("EQUAL");
    assertThat(replayed.path("erased").asBoolean()).isTrue();
    assertThat(after.path("steps").valueStream())
        .filteredOn(step -> !step.path("step").asString().equals("await_answer"))
        .allSatisfy(step -> assertThat(step.path("done").asBoolean()).isTrue());
  }

  @Test
  void destroysTheKeysOfTheTrailAndSaysSoInIt() {
    approved("E-KEYS");
    var id = account("E-KEYS");
    coordinator
        .jdbc()
        .sql("insert into audit.account_keys (account, key) values (?, 'a'), ('E-KEYS', 'b')")
        .param(id)
        .update();

    var erasure = erased("E-KEYS");

    assertThat(
            coordinator
                .jdbc()
                .sql("select account from audit.account_keys where account in (?, 'E-KEYS')")
                .param(id)
                .query(String.class)
                .list())
        .isEmpty();
    assertThat(
            coordinator
                .jdbc()
                .sql(
                    """
                    select arguments ->> 'keys' from audit.entries
                    where kind = 'erasure' and arguments ->> 'erasure_id' = ?\
                    """)
                .param(erasure.path("erasure_id").asString())
                .query(String.class)
                .list())
        .containsExactly("2");
  }

  @Test
  void isToldWhereThePersonalDataWas() {
    var run = approved("E-TOLD");

    var erasure = erased("E-TOLD");

    var told = tree(coordinator.get("/api/runs/" + run));
    assertThat(told.at("/erased/erasure_id")).isEqualTo(erasure.path("erasure_id"));
    assertThat(told.at("/erased/by").asString()).isEqualTo("Dora Data (Petra Person)");
    assertThat(told.at("/erased/reason").asString()).isEqualTo("Asked for on paper");
    assertThat(told.at("/decision/fired/0/says").asString()).isEqualTo(Erased.TEXT);
    for (var form : List.of("md", "html", "json")) {
      var report = coordinator.get("/api/runs/" + run + "/report." + form);
      assertThat(report.statusCode()).isEqualTo(200);
      assertThat(report.body()).contains(run, "Dora Data", "Asked for on paper");
    }
    assertThat(coordinator.get("/api/runs?account=E-TOLD").statusCode()).isEqualTo(200);
  }

  @Test
  void asksTheProvisioningServerWithASignedOrder() throws Exception {
    approved("E-SIGNED");

    var erasure = erased("E-SIGNED");

    var call =
        coordinator.servers.calls(TOOL).stream()
            .filter(each -> each.text("account_id").equals(account("E-SIGNED")))
            .toList();
    assertThat(call).hasSize(1);
    assertThat(call.getFirst().text("idempotency_key"))
        .isEqualTo("erasure/" + erasure.path("erasure_id").asString());
    var order = SignedJWT.parse(call.getFirst().text("decision"));
    assertThat(order.verify(new ECDSAVerifier(coordinator.signingKey.toECPublicKey()))).isTrue();
    assertThat(order.getJWTClaimsSet().getSubject()).isEqualTo(account("E-SIGNED"));
    assertThat(order.getJWTClaimsSet().getStringClaim("purpose")).isEqualTo("erase_personal_data");
  }

  @Test
  void isRefusedWhileARunMayStillDoSomething() {
    coordinator.accounts.tell("E-WAITING", Story.NOT_WON);
    var run = coordinator.rested("E-WAITING", "E-WAITING").path("run_id").asString();

    var refused = ask("E-WAITING");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(tree(refused).path("type").asString()).endsWith("run-not-ended");
    assertThat(tree(refused).path("detail").asString())
        .contains(run, "WAITING_FACT", "/api/runs/{id}/cancel");
  }

  @Test
  void goesOnAfterAFailureAndTellsItMeanwhile() {
    approved("E-FAILING");
    coordinator.servers.failBefore(
        TOOL, new FailureException(Failure.of(ErrorType.SERVER_ERROR, "DOWN", 503, "It is down.")));
    var id = tree(ask("E-FAILING")).path("erasure_id").asString();

    var failed = until(id, "failure");
    assertThat(failed.at("/failure/error_code").asString()).isEqualTo("DOWN");
    assertThat(tree(ask("E-FAILING")).path("erasure_id").asString()).isEqualTo(id);
    hurry(id);

    assertThat(until(id, "completed_at").path("state").asString()).isEqualTo("DONE");
    assertThat(found()).isEmpty();
  }

  @Test
  void asksAgainUnderTheSameKeyWhenTheAnswerWasLost() {
    approved("E-LOST");
    coordinator.servers.failAfter(
        TOOL,
        new FailureException(Failure.of(ErrorType.NETWORK, "RESPONSE_LOST", null, "It is lost.")));
    var id = tree(ask("E-LOST")).path("erasure_id").asString();

    until(id, "failure");
    hurry(id);
    var done = until(id, "completed_at");

    assertThat(done.path("tries").asInt()).isEqualTo(2);
    assertThat(done.has("failure")).isFalse();
    assertThat(coordinator.servers.calls(TOOL))
        .filteredOn(call -> call.text("account_id").equals(account("E-LOST")))
        .extracting(call -> call.text("idempotency_key"))
        .containsExactly("erasure/" + id, "erasure/" + id);
  }

  @Test
  void isScheduledBesideTheRetention() {
    assertThat(
            coordinator
                .jdbc()
                .sql(
                    "select task_name from scheduler.scheduled_tasks where task_instance = 'recurring'")
                .query(String.class)
                .list())
        .contains("retention");
  }

  @Test
  void refusesWhatItCannotUnderstand() {
    assertThat(ask("E-NOBODY-KNOWS").statusCode()).isEqualTo(404);
    assertThat(coordinator.get("/api/erasures/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(coordinator.get("/api/erasures/none").statusCode()).isEqualTo(404);
    for (var body :
        List.of(
            Map.of("by", "Dora", "reason", "why"),
            Map.of("account", "E-1", "reason", "why"),
            Map.of("account", "E-1", "by", "Dora"),
            Map.of("account", "E-1", "by", "a\nb", "reason", "why"),
            Map.of("account", "E-1", "by", "Dora", "reason", "why", "more", "x"))) {
      assertThat(post(body).statusCode()).as("%s", body).isEqualTo(400);
    }
  }

  private String approved(String key) {
    coordinator.accounts.mark(key, mark);
    coordinator.accounts.tell(key, Story.OVERDUE);
    var run = coordinator.rested(key, key);
    var id = run.path("run_id").asString();
    coordinator.servers.failBefore(
        "tasks_create_checklist",
        new FailureException(
            Failure.of(ErrorType.SERVER_ERROR, "DOWN", 503, "It told of " + mark + "Sandra.")));
    var answer =
        Map.of(
            "decision",
            "APPROVE",
            "approver",
            "Petra Person",
            "reason",
            mark + "Sandra paid",
            "findings_digest",
            run.path("findings_digest").asString());
    coordinator.post("/api/runs/" + id + "/approval", RunningCoordinator.json(answer));
    coordinator.until(id, now -> now.path("state").asString().equals("COMPLETED"));
    return id;
  }

  private void remind(String task) {
    coordinator
        .jdbc()
        .sql(
            """
            insert into coordinator.effect (key, kind, target, subject, content_digest,
              correlation_id, tries, intent_at)
            values (?, 'mail', ?, ?, 'digest', 'review', 1, now())\
            """)
        .params("reminder/" + task + ":2030-01-01/mail", mark + "sandra@x.example", mark + "late")
        .update();
  }

  private void askInABatch(String key) {
    var batch = UUID.randomUUID();
    var failure =
        RunningCoordinator.json(
            Failure.of(ErrorType.SERVER_ERROR, "DOWN", 503, "It told of " + mark + "Sandra."));
    for (var statement :
        List.of(
            """
            insert into coordinator.batch (id, source, correlation_id, request_digest, mode, state,
              created_at, updated_at)
            values (:batch, 's', :batch::text, 'd', 'OBSERVE', 'GATHERED', now(), now())\
            """,
            """
            insert into coordinator.batch_chunk (batch_id, number, failure)
            values (:batch, 1, cast(:failure as jsonb))\
            """,
            """
            insert into coordinator.batch_item (batch_id, number, chunk, account_key, state, why,
              failure) values (:batch, 1, 1, :key, 'FAILED', :why, cast(:failure as jsonb))\
            """)) {
      coordinator
          .jdbc()
          .sql(statement)
          .param("batch", batch)
          .param("key", key)
          .param("why", mark + "Sandra")
          .param("failure", failure)
          .update();
    }
  }

  private JsonNode erased(String key) {
    var accepted = ask(key);
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    var location = accepted.headers().firstValue("Location").orElseThrow();
    return until(location.substring(location.lastIndexOf('/') + 1), "completed_at");
  }

  private HttpResponse<String> ask(String key) {
    return post(Map.of("account", key, "by", "Dora Data", "reason", "Asked for on paper"));
  }

  private HttpResponse<String> post(Map<String, String> body) {
    return coordinator.post("/api/erasures", RunningCoordinator.json(body));
  }

  private JsonNode until(String id, String field) {
    var end = coordinator.clock.instant().plus(Duration.ofSeconds(20));
    var now = tree(coordinator.get("/api/erasures/" + id));
    while (now.path(field).isMissingNode()) {
      assertThat(coordinator.clock.instant()).as(now.toPrettyString()).isBefore(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      now = tree(coordinator.get("/api/erasures/" + id));
    }
    return now;
  }

  /// The next try is due now.
  private void hurry(String id) {
    var moved = 0;
    var end = coordinator.clock.instant().plus(Duration.ofSeconds(10));
    while (moved == 0 && coordinator.clock.instant().isBefore(end)) {
      moved =
          coordinator
              .jdbc()
              .sql(
                  """
                  update scheduler.scheduled_tasks set execution_time = now()
                  where task_instance = ? and not picked and consecutive_failures > 0\
                  """)
              .param(id)
              .update();
    }
  }

  private List<String> found() {
    return DatabaseText.holding(coordinator.bean(DataSource.class), mark);
  }

  private List<String> files() {
    try (var all = Files.list(coordinator.reports)) {
      return all.filter(file -> text(file).contains(mark)).map(String::valueOf).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(java.nio.file.Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String account(String key) {
    return PlayedAccounts.accountId(key);
  }
}
