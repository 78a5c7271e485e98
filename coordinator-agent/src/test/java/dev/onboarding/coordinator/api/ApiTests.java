package dev.onboarding.coordinator.api;

import static dev.onboarding.coordinator.RunningCoordinator.json;
import static dev.onboarding.coordinator.RunningCoordinator.texts;
import static dev.onboarding.coordinator.RunningCoordinator.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.PlayedAccounts;
import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ApiTests {

  private final RunningCoordinator coordinator = RunningCoordinator.shared();

  @Test
  void startsARunOnce() {
    coordinator.accounts.tell("A-START", Story.MISSING);
    var body = json(Map.of("account_id", "A-START", "correlation_id", "a-start"));

    var first = coordinator.post("/api/runs", body);
    var second = coordinator.post("/api/runs", body);

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(tree(second).path("run_id")).isEqualTo(tree(first).path("run_id"));
    assertThat(tree(second).path("repeated").asBoolean()).isTrue();
  }

  @Test
  void startsANewRunEachTimeWithoutCorrelationId() {
    coordinator.accounts.tell("A-AGAIN", Story.SOUND);
    var body = json(Map.of("account_id", "A-AGAIN"));

    var first = tree(coordinator.post("/api/runs", body)).path("run_id").asString();
    coordinator.resting(first);
    var second = tree(coordinator.post("/api/runs", body)).path("run_id").asString();

    assertThat(second).isNotEqualTo(first);
    assertThat(coordinator.resting(second).path("previous_run").asString()).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{}` | 400 | invalid-account-id",
        "`{\"account_id\":\"no id\"}` | 400 | invalid-account-id",
        "`{\"account_id\":\"A\",\"mode\":\"yolo\"}` | 400 | invalid-field",
        "`{\"account_id\":7}` | 400 | invalid-field",
        "`{\"account_id\":\"A\",\"approve\":true}` | 400 | unknown-field",
        "`{\"account_id\":\"A\",\"opportunity_id\":\"x\"}` | 400 | invalid-field",
        "`nonsense` | 400 | malformed-json"
      })
  void refusesABadStart(String body, int status, String problem) {
    assertProblem(coordinator.post("/api/runs", body), status, problem);
  }

  @Test
  void listsAndPages() {
    coordinator.accounts.tell("A-LIST", Story.SOUND);
    var runs =
        List.of("a-list-1", "a-list-2", "a-list-3").stream()
            .map(event -> coordinator.rested("A-LIST", event).path("run_id").asString())
            .toList();

    var page = tree(coordinator.get("/api/runs?account=A-LIST&state=COMPLETED&size=2"));
    var next =
        tree(
            coordinator.get(
                "/api/runs?account=A-LIST&size=2&before=" + page.path("next").asString()));

    assertThat(texts(page.path("runs"), "run_id")).containsExactly(runs.get(2), runs.get(1));
    assertThat(texts(next.path("runs"), "run_id")).containsExactly(runs.get(0));
    assertThat(next.has("next")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state=LOST",
        "size=0",
        "size=201",
        "size=abc",
        "size=1.5",
        "size=99999999999",
        "account=a%20b"
      })
  void refusesABadFilter(String query) {
    var answer = coordinator.get("/api/runs?" + query);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(tree(answer).path("type").asString()).startsWith("urn:onboarding:problem:invalid-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"size=%zz", "account=%", "state=%ff%fe"})
  void refusesAQueryThatCannotBeDecoded(String query) throws Exception {
    assertThat(raw("/api/runs?" + query, "localhost")).startsWith("HTTP/1.1 400");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/runs/none",
        "/api/runs/00000000-0000-7000-8000-000000000000",
        "/api/runs/00000000-0000-7000-8000-000000000000/report.md"
      })
  void knowsWhichRunsItDoesNotHave(String path) {
    assertProblem(coordinator.get(path), 404, "run-not-found");
  }

  @Test
  void answersWhatIsNotThereAsAProblem() {
    assertProblem(coordinator.get("/api/nothing"), 404, "not-found");
    assertProblem(coordinator.get("/nothing"), 404, "not-found");
  }

  @Test
  void showsEverythingAboutARun() {
    coordinator.accounts.tell("A-DETAIL", Story.OVERDUE);

    var run = coordinator.rested("A-DETAIL", "a-detail");

    assertThat(run.path("account").asString()).isEqualTo("A-DETAIL");
    assertThat(run.path("account_id").asString()).isEqualTo(PlayedAccounts.accountId("A-DETAIL"));
    assertThat(run.path("state").asString()).isEqualTo("WAITING_APPROVAL");
    assertThat(texts(run.at("/decision/fired"), "rule")).contains("INV-04");
    assertThat(run.at("/attempts/0/assessments/invoice/findings/0/days_overdue").asInt())
        .isEqualTo(25);
    assertThat(run.path("findings_digest").asString()).hasSize(64);
    assertThat(run.at("/advice/risk_level").asString()).isNotBlank();
    assertThat(run.at("/versions/agents").valueStream().map(JsonNode::asString))
        .containsExactly("salesforce/fake", "contract/fake", "finance/fake");
    assertThat(run.at("/versions/rule_set").asString()).isNotBlank();
    assertThat(texts(run.path("effects"), "kind")).containsExactlyInAnyOrder("slack", "mail");
    assertThat(
            tree(coordinator.get("/api/runs?account=" + PlayedAccounts.accountId("A-DETAIL")))
                .path("runs"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"md, text/markdown", "html, text/html", "json, application/json"})
  void handsOutTheReportInEachForm(String form, String mediaType) {
    coordinator.accounts.tell("A-REPORT", Story.NOT_WON);
    var run = coordinator.rested("A-REPORT", "a-report").path("run_id").asString();

    var report = coordinator.get("/api/runs/" + run + "/report." + form);

    assertThat(report.statusCode()).isEqualTo(200);
    assertThat(report.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith(mediaType));
    assertThat(report.body()).contains("a-report", "BLOCK");
    assertThat(report.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(report.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(report.headers().firstValue("Content-Security-Policy").orElseThrow().split("; "))
        .contains(
            "default-src 'none'",
            "frame-ancestors 'none'",
            "form-action 'none'",
            "base-uri 'none'");
    assertProblem(coordinator.get("/api/runs/" + run + "/report.pdf"), 404, "not-found");
  }

  @Test
  void showsTheTasksOfAnOwner() {
    coordinator.servers.on(
        "tasks_list",
        asked ->
            asked.has("owner")
                ? Map.of(
                    "tasks",
                    List.of(Map.of("title", "Asked for " + asked.path("owner").asString())))
                : Map.of("tasks", List.of()));
    try {
      var tasks = tree(coordinator.get("/api/tasks?owner=cs_team"));

      assertThat(tasks.at("/tasks/0/title").asString()).isEqualTo("Asked for cs_team");
      assertProblem(coordinator.get("/api/tasks?owner=boss"), 400, "invalid-request");
    } finally {
      coordinator.playAgain();
    }
  }

  @Test
  void saysWhichSystemFailedInsteadOfShowingTasks() {
    coordinator.servers.failBefore(
        "tasks_list",
        new FailureException(
            Failure.of(ErrorType.NETWORK, "CONNECT_TIMEOUT", null, "It is not there.")));

    var answer = coordinator.get("/api/tasks");

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.body()).contains("upstream-failed", "CONNECT_TIMEOUT");
  }

  @Test
  void asksForATokenWhateverNameItIsCalledBy() throws Exception {
    for (String host : List.of("localhost", "evil.example")) {
      assertThat(raw("/api/runs", host, "X: y"))
          .startsWith("HTTP/1.1 401")
          .contains("token-missing", "resource_metadata=\"https://coordinator.test/.well-known")
          .doesNotContain("evil");
    }
  }

  /// What no ordinary client would send.
  private String raw(String path, String host) throws IOException {
    return raw(path, host, "Authorization: Bearer " + coordinator.person("coordinator-agent.read"));
  }

  private String raw(String path, String host, String header) throws IOException {
    try (var socket = new Socket("127.0.0.1", coordinator.uri("/").getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\nConnection: close\r\n\r\n"
                  .formatted(path, host, header)
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static void assertProblem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(tree(answer).path("type").asString()).isEqualTo("urn:onboarding:problem:" + type);
    assertThat(answer.body()).doesNotContain("Exception", "\tat ");
  }
}
