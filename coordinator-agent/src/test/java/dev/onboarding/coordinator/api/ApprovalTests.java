package dev.onboarding.coordinator.api;

import static dev.onboarding.coordinator.RunningCoordinator.json;
import static dev.onboarding.coordinator.RunningCoordinator.tree;
import static dev.onboarding.coordinator.api.ApiTests.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers to escalations as they come over HTTP.
class ApprovalTests {

  private static final String NO_RUN = "00000000-0000-7000-8000-000000000000";

  private final RunningCoordinator coordinator = RunningCoordinator.shared();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "decision        | MAYBE",
        "decision        |",
        "reason          | ''",
        "reason          |",
        "findings_digest | ' '",
        "findings_digest |"
      })
  void namesTheFieldThatIsMissingOrWrong(String field, String value) {
    var answer = answer(NO_RUN, Map.of(), field, value);

    assertProblem(answer, 400, "invalid-field");
    assertThat(tree(answer).path("detail").asString()).startsWith(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\nb",
        "a\r",
        "\tb",
        "a\u001b[2Jb",
        "a\u0085b",
        "a\u2028b",
        "a\u202eb"
      })
  void takesNoControlCharacters(String text) {
    assertProblem(answer(NO_RUN, Map.of(), "approver", text), 400, "invalid-field");
    assertProblem(answer(NO_RUN, Map.of(), "reason", text), 400, "invalid-field");
  }

  @Test
  void takesWhatPeopleWrite() {
    assertProblem(
        answer(NO_RUN, Map.of("reason", "Größe – “x” 😀"), "approver", "Žofie O’Neil"),
        404,
        "run-not-found");
  }

  @Test
  void takesAnAnswerFromAPersonWhoHasLoggedInAndFromNobodyElse() {
    coordinator.accounts.tell("A-LOGIN", Story.OVERDUE);
    var shown = coordinator.rested("A-LOGIN", "a-login");
    var run = shown.path("run_id").asString();
    var body = new HashMap<>(sound(shown.path("findings_digest").asString()));
    String all = "coordinator-agent.read coordinator-agent.write coordinator-agent.approve";

    var machine = answerWith(coordinator.machine(all), run, body);
    var assistant = answerWith(coordinator.person("coordinator-agent.write"), run, body);
    var nobody = answerWith("", run, body);
    body.remove("approver");
    var person = answerWith(coordinator.person("coordinator-agent.approve"), run, body);

    assertProblem(machine, 403, "person-needed");
    assertProblem(assistant, 403, "scope-missing");
    assertProblem(nobody, 401, "token-missing");
    assertThat(person.statusCode()).as(person.body()).isEqualTo(202);
    assertThat(coordinator.get("/api/runs/" + run).body()).contains(RunningCoordinator.PERSON);
  }

  private HttpResponse<String> answerWith(String token, String run, Map<String, String> body) {
    Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
    headers.put("Authorization", token.isEmpty() ? "Basic eDp4" : "Bearer " + token);
    return coordinator.post("/api/runs/" + run + "/approval", json(body), headers);
  }

  @Test
  void takesNoReasonThatIsTooLong() {
    assertProblem(answer(NO_RUN, Map.of(), "reason", "x".repeat(1001)), 400, "invalid-field");
  }

  @Test
  void refusesAnAnswerOnOtherFindings() {
    coordinator.accounts.tell("A-ANSWER", Story.OVERDUE);
    var run = coordinator.rested("A-ANSWER", "a-answer").path("run_id").asString();

    assertProblem(
        answer(run, Map.of(), "findings_digest", "of-yesterday"), 409, "findings-changed");
  }

  @Test
  void takesTheSameAnswerAgainAndNoOther() {
    coordinator.accounts.tell("A-REPEAT", Story.OVERDUE);
    var shown = coordinator.rested("A-REPEAT", "a-repeat");
    var run = shown.path("run_id").asString();
    var digest = Map.of("findings_digest", shown.path("findings_digest").asString());

    assertThat(answer(run, digest, "decision", "REJECT").statusCode()).isEqualTo(202);

    assertThat(answer(run, digest, "decision", "REJECT").statusCode()).isEqualTo(200);
    assertProblem(answer(run, digest, "decision", "APPROVE"), 409, "approval-already-given");
    assertProblem(
        answer(run, with(digest, "decision", "REJECT"), "approver", "Paul"),
        409,
        "approval-already-given");
    assertProblem(
        answer(run, Map.of("decision", "REJECT"), "findings_digest", "of-yesterday"),
        409,
        "approval-already-given");
    assertProblem(
        answer(run, Map.of("decision", "REJECT"), "findings_digest", null), 400, "invalid-field");
  }

  @Test
  void refusesAnAnswerNobodyWaitsFor() {
    coordinator.accounts.tell("A-BLOCKED", Story.NOT_WON);
    var run = coordinator.rested("A-BLOCKED", "a-blocked").path("run_id").asString();

    assertProblem(answer(run, Map.of(), "reason", "Why"), 409, "approval-not-awaited");
  }

  /// A sound answer with some fields changed, the last of them taken out when it is null.
  private HttpResponse<String> answer(
      String run, Map<String, String> changed, String field, String value) {
    var body = new HashMap<>(sound("0".repeat(64)));
    body.putAll(changed);
    body.remove(field);
    if (value != null) {
      body.put(field, value);
    }
    return coordinator.post("/api/runs/" + run + "/approval", json(body));
  }

  private static Map<String, String> sound(String digest) {
    return Map.of(
        "decision",
        "APPROVE",
        "approver",
        RunningCoordinator.PERSON,
        "reason",
        "Why",
        "findings_digest",
        digest);
  }

  private static Map<String, String> with(Map<String, String> some, String field, String value) {
    var more = new HashMap<>(some);
    more.put(field, value);
    return more;
  }
}
