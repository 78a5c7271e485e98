package dev.onboarding.coordinator.assistant;

import static dev.onboarding.coordinator.RunningCoordinator.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.edge.EdgeJson;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The tools as an assistant calls them, over MCP.
class OnboardingToolsTests {

  private final RunningCoordinator coordinator = RunningCoordinator.shared();

  @Test
  void startsARunOnceForACorrelationId() {
    coordinator.accounts.tell("T-START", Story.MISSING);
    var arguments = Map.of("account_id", "T-START", "correlation_id", "t-start");

    var first = call("onboarding_start", arguments);
    var second = call("onboarding_start", arguments);

    assertThat(first.at("/structuredContent/run_id").asString()).hasSize(36);
    assertThat(second.at("/structuredContent/run_id"))
        .isEqualTo(first.at("/structuredContent/run_id"));
  }

  @Test
  void tellsHowARunStandsAndWhy() {
    coordinator.accounts.tell("T-BLOCKED", Story.NOT_WON);
    var run = coordinator.rested("T-BLOCKED", "t-blocked").path("run_id").asString();

    var standing = call("onboarding_get_run", Map.of("run_id", run)).path("structuredContent");
    var explained =
        call("onboarding_explain_decision", Map.of("run_id", run)).path("structuredContent");

    assertThat(standing.path("state").asString()).isEqualTo("WAITING_FACT");
    assertThat(standing.path("verdict").asString()).isEqualTo("BLOCK");
    assertThat(explained.path("verdict").asString()).isEqualTo("BLOCK");
    assertThat(explained.at("/reasons/0/rule").asString()).isEqualTo("OPP-02");
    assertThat(explained.at("/reasons/0/tier").asString()).isEqualTo("violation");
    assertThat(explained.at("/reasons/0/facts/1/fact").asString()).isEqualTo("opportunity.won");
    assertThat(explained.at("/reasons/0/facts/1/value").asString()).isEqualTo("false");
    assertThat(explained.at("/reasons/0/evidence/0/tool").asString()).isNotEmpty();
    assertThat(explained.path("way_out").asString()).startsWith("PROCEED if opportunity ");
    var page = tree(coordinator.get("/api/runs/" + run + "/explanation"));
    assertThat(page.at("/decision/verdict").asString()).isEqualTo("BLOCK");
    assertThat(page.at("/way_out/changes/0/fact").asString()).isEqualTo("opportunity.won");
    assertThat(page.at("/way_out/changes/0/clears/0").asString()).isEqualTo("OPP-02");
  }

  @Test
  void listsRunsAndEscalations() {
    coordinator.accounts.tell("T-ESCALATED", Story.OVERDUE);
    var run = coordinator.rested("T-ESCALATED", "t-escalated").path("run_id").asString();

    assertThat(
            call("onboarding_list_runs", Map.of("account_id", "T-ESCALATED"))
                .at("/structuredContent/runs/0/run_id")
                .asString())
        .isEqualTo(run);
    assertThat(
            RunningCoordinator.texts(
                call("onboarding_list_escalations", Map.of()).at("/structuredContent/runs"),
                "run_id"))
        .contains(run);
  }

  @Test
  void handsOutTheLinkAndApprovesNothing() {
    coordinator.accounts.tell("T-LINK", Story.OVERDUE);
    var run = coordinator.rested("T-LINK", "t-link").path("run_id").asString();

    var link = call("onboarding_request_approval", Map.of("run_id", run));

    assertThat(link.at("/structuredContent/link").asString())
        .endsWith("/api/runs/" + run + "/approval");
    assertThat(link.path("structuredContent").propertyNames()).containsOnly("run_id", "link");
    var explained = call("onboarding_explain_decision", Map.of("run_id", run));
    var digest = tree(coordinator.get("/api/runs/" + run)).path("findings_digest").asString();
    assertThat(digest).hasSize(64);
    assertThat(link.toString() + explained).doesNotContain(digest, "onboarding approve");
    assertThat(coordinator.resting(run).path("state").asString()).isEqualTo("WAITING_APPROVAL");
  }

  @Test
  void saysWhatIsWrongWithAnArgument() {
    assertFailure(call("onboarding_get_run", Map.of("run_id", "none")), "INVALID_RUN_ID");
    assertFailure(
        call("onboarding_get_run", Map.of("run_id", "00000000-0000-7000-8000-000000000000")),
        "RUN_NOT_FOUND");
    assertFailure(call("onboarding_list_runs", Map.of("state", "LOST")), "INVALID_STATE");
    assertFailure(
        call("onboarding_start", Map.of("account_id", "no id", "correlation_id", "t-invalid")),
        "INVALID_ARGUMENT");
  }

  @Test
  void givesNoLinkWhenNobodyWaitsForAnAnswer() {
    coordinator.accounts.tell("T-NOLINK", Story.NOT_WON);
    var run = coordinator.rested("T-NOLINK", "t-nolink").path("run_id").asString();

    assertFailure(
        call("onboarding_request_approval", Map.of("run_id", run)), "APPROVAL_NOT_AWAITED");
  }

  private JsonNode call(String tool, Map<String, ?> arguments) {
    var request =
        Map.of(
            "jsonrpc",
            "2.0",
            "id",
            1,
            "method",
            "tools/call",
            "params",
            Map.of("name", tool, "arguments", arguments));
    var answer =
        coordinator.post(
            "/mcp",
            RunningCoordinator.json(request),
            Map.of(
                "Content-Type", "application/json",
                "Accept", "application/json, text/event-stream"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return EdgeJson.mapper().readTree(answer.body()).path("result");
  }

  private static void assertFailure(JsonNode result, String code) {
    assertThat(result.path("isError").asBoolean()).as(result.toString()).isTrue();
    assertThat(result.at("/structuredContent/error_code").asString()).isEqualTo(code);
  }
}
