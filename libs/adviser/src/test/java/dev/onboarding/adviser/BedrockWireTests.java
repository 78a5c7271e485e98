package dev.onboarding.adviser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.adviser.ask.Origin;
import dev.onboarding.adviser.ask.Reason;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Converse on the wire: what each family of models is sent, and what its answers come to.
class BedrockWireTests {

  private static final PlayedModel MODEL = new PlayedModel();
  private static final String ANSWER =
      "{\"decision\":\"BLOCK\",\"summary\":\"The invoice is 25 days overdue.\"}";

  @AfterAll
  static void stop() {
    MODEL.close();
  }

  private static Built bedrock(String model) {
    Map<String, String> settings = new HashMap<>();
    settings.put("bedrock.model", model);
    settings.put("bedrock.region", "eu-central-1");
    settings.put("deadline", "90s");
    settings.put("bedrock.endpoint", MODEL.address().toString());
    settings.put("chain[0]", "fallback");
    settings.put("tasks.summary[0]", "bedrock");
    return new Built(settings);
  }

  private static Origin summary(String model) {
    try (var built = bedrock(model)) {
      return built.advise(Requests.plain().blocked()).origins().get(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "eu.anthropic.claude-haiku-4-5-20251001-v1:0, true, true",
    "anthropic.claude-3-haiku-20240307-v1:0, false, true",
    "us.meta.llama3-3-70b-instruct-v1:0, false, true",
    "amazon.titan-text-express-v1, false, false"
  })
  void sendsEachFamilyWhatItTakes(String model, boolean nativeSchema, boolean system) {
    MODEL.answers(asked -> PlayedModel.converse(ANSWER, "end_turn"));

    Origin origin = summary(model);

    String heard = MODEL.heard().getFirst();
    JsonNode body = PlayedModel.JSON.readTree(heard.substring(heard.indexOf('\n')));
    assertThat(origin.source()).isEqualTo("bedrock");
    assertThat(origin.model()).isEqualTo(model);
    assertThat(origin.inputTokens()).isEqualTo(800);
    assertThat(heard).startsWith("/model/" + model.replace(":", "%3A") + "/converse");
    assertThat(body.has("outputConfig")).isEqualTo(nativeSchema);
    assertThat(body.has("system")).isEqualTo(system);
    assertThat(body.toString()).contains("additionalProperties");
  }

  @Test
  void takesAnAnswerOutOfItsFence() {
    MODEL.answers(asked -> PlayedModel.converse("```json\n" + ANSWER + "\n```", "end_turn"));

    assertThat(summary("amazon.titan-text-express-v1").fromModel()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "max_tokens, CUT_OFF",
    "content_filtered, REFUSED",
    "guardrail_intervened, REFUSED",
    "model_context_window_exceeded, CUT_OFF"
  })
  void knowsWhyAModelStopped(String stop, Reason because) {
    MODEL.answers(asked -> PlayedModel.converse("{\"decision\":", stop));

    assertThat(summary("anthropic.claude-3-haiku-20240307-v1:0").because()).isEqualTo(because);
  }

  @ParameterizedTest
  @CsvSource({"429, THROTTLED", "403, NOT_ALLOWED", "400, BAD_REQUEST", "503, UNREACHABLE"})
  void sortsRefusalsByTheirStatus(int status, Reason because) {
    MODEL.answers(asked -> new PlayedModel.Answer(status, "{\"message\":\"no\"}", 0));

    assertThat(summary("anthropic.claude-3-haiku-20240307-v1:0").because()).isEqualTo(because);
    assertThat(MODEL.heard()).hasSize(1);
  }
}
