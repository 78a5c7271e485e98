package dev.onboarding.coordinator.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.coordinator.rule.FactsPage;
import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.edge.EdgeJson;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What an assistant reads here, over MCP.
class AssistantMaterialsTests {

  private final RunningCoordinator coordinator = RunningCoordinator.shared();

  @Test
  void listsThePolicyTheFactsAndTheRunbook() {
    assertThat(ask("resources/list", Map.of()).at("/result/resources").findValuesAsString("uri"))
        .containsExactlyInAnyOrder(
            "onboarding://policy",
            "onboarding://facts",
            "onboarding://runbook",
            "onboarding://failures");
  }

  @Test
  void givesTheRuleSetThatJudgesNewRuns() {
    assertThat(read("onboarding://policy")).contains("INV-04", "when:", "tier: violation");
  }

  @Test
  void givesTheFactsAsTheCatalogueHasThem() {
    assertThat(read("onboarding://facts")).isEqualTo(FactsPage.text());
  }

  @Test
  void saysWhatHelpsInEveryState() {
    assertThat(read("onboarding://runbook"))
        .contains(Arrays.stream(RunState.values()).map(state -> "`" + state + "`").toList());
  }

  @Test
  void fillsTheRunIntoThePromptThatExplainsIt() {
    String run = "01900000-0000-7000-8000-000000000000";

    JsonNode prompt =
        ask(
            "prompts/get",
            Map.of("name", "explain_blocked_run", "arguments", Map.of("run_id", run)));
    JsonNode refused =
        ask(
            "prompts/get",
            Map.of("name", "explain_blocked_run", "arguments", Map.of("run_id", "the last one")));

    assertThat(prompt.at("/result/messages/0/content/text").asString())
        .contains(run, "onboarding_explain_decision");
    assertThat(refused.at("/error/message").asString()).contains("run_id");
  }

  private String read(String uri) {
    return ask("resources/read", Map.of("uri", uri)).at("/result/contents/0/text").asString();
  }

  private JsonNode ask(String method, Map<String, Object> params) {
    var answer =
        coordinator.post(
            "/mcp",
            RunningCoordinator.json(
                Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", params)),
            Map.of(
                "Content-Type", "application/json",
                "Accept", "application/json, text/event-stream"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return EdgeJson.mapper().readTree(answer.body());
  }
}
