package dev.onboarding.allinone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.edge.EdgeJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AdviceComparisonTests {

  private final AdviceComparison comparison =
      new AdviceComparison("openai:gpt-4o-mini", "openai:gpt-4o-mini@3fa9");

  @Test
  void readsModelAndPromptsOfEachSide() {
    assertThat(comparison.sides())
        .extracting(AdviceComparison.Side::shown)
        .containsExactly("a openai:gpt-4o-mini", "b openai:gpt-4o-mini@3fa9");
  }

  @Test
  void countsOnlyWhatCouldBeTold() {
    var a = comparison.sides().getFirst();
    comparison.add(a, answer("true", "true", "false", "0.0002", "PT0.4S"));
    comparison.add(a, answer("true", "false", "null", "0.0003", "PT0.6S"));
    comparison.add(a, answer("false", "null", "null", "0", "PT0.5S"));

    var row = comparison.document().path("rows").path(0);

    assertThat(row.path("asked").asString()).isEqualTo("3");
    assertThat(row.path("fits").asString()).isEqualTo("2/3");
    assertThat(row.path("agrees").asString()).isEqualTo("1/2");
    assertThat(row.path("grounded").asString()).isEqualTo("0/1");
    assertThat(row.path("cost_usd").asString()).isEqualTo("0.0005");
    assertThat(row.path("median_ms").asString()).isEqualTo("500");
    assertThat(comparison.document().path("rows").path(1).path("asked").asString()).isEqualTo("0");
  }

  private static JsonNode answer(
      String fits, String agrees, String grounded, String cost, String latency) {
    return EdgeJson.mapper()
        .readTree(
            """
            {"results": [{"task": "summary", "fits": %s, "agrees": %s, "grounded": %s,
              "cost_usd": %s, "latency": "%s"}]}
            """
                .formatted(fits, agrees, grounded, cost, latency));
  }
}
