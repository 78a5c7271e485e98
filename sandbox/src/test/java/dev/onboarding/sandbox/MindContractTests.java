package dev.onboarding.sandbox;

import static dev.onboarding.sandbox.SharedSandbox.WIRE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.sandbox.Wire.Reply;
import dev.onboarding.sandbox.wire.Json;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The two wires of language models, as OpenAI and AWS document them.
class MindContractTests {

  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"decision\":{\"type\":\"string\",\"enum\":[\"PROCEED\",\"BLOCK\"]},\"summary\":{\"type\":\"string\"}},\"required\":[\"decision\",\"summary\"],\"additionalProperties\":false}";
  private static final String DATA =
      "decision: BLOCK\\nrow 1 says: \\\"The contract is not signed.\\\"";
  private static final String SIGNED =
      "AWS4-HMAC-SHA256 Credential=AKIASANDBOX/20261130/us-east-1/bedrock/aws4_request, SignedHeaders=host, Signature=0";

  @AfterEach
  void clear() throws IOException {
    WIRE.send("DELETE", "/faults/openai", "");
    WIRE.send("DELETE", "/faults/bedrock", "");
  }

  @Test
  void answersInTheSchemaWithWhatThePromptSays() throws IOException {
    Reply reply = chat(SCHEMA);

    JsonNode choice = reply.json().path("choices").get(0);
    JsonNode answer = Json.read(choice.at("/message/content").asString());
    assertThat(choice.path("finish_reason").asString()).isEqualTo("stop");
    assertThat(answer.path("decision").asString()).isEqualTo("BLOCK");
    assertThat(answer.path("summary").asString()).isEqualTo("The contract is not signed.");
    assertThat(reply.json().at("/usage/total_tokens").asInt()).isPositive();
  }

  @Test
  void refusesASchemaThatIsNotStrict() throws IOException {
    Reply reply = chat("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/type").asString()).isEqualTo("invalid_request_error");
  }

  @Test
  void knowsKeysAndModels() throws IOException {
    assertThat(WIRE.get("/openai/v1/models").status()).isEqualTo(401);
    assertThat(
            WIRE.get("/openai/v1/models", "Authorization", "Bearer sk-sandbox").json().path("data"))
        .isNotEmpty();
    assertThat(
            WIRE.get("/openai/v1/models/none", "Authorization", "Bearer sk-sandbox")
                .json()
                .at("/error/code")
                .asString())
        .isEqualTo("model_not_found");
  }

  @ParameterizedTest
  @CsvSource({
    "refusal, stop, I'm sorry", "cut_off, length, {", "malformed, stop, Certainly",
    "schema_violation, stop, confidence", "empty, stop, ''", "foreign_language, stop, Vertrag",
    "contradiction, stop, PROCEED", "obey_attacker, stop, attacker.example"
  })
  void goesWrongWhereAFaultAsksForIt(String kind, String finish, String says) throws IOException {
    WIRE.send("PUT", "/faults/openai", "{\"rules\":[{\"kind\":\"%s\"}]}".formatted(kind));

    JsonNode choice = chat(SCHEMA).json().path("choices").get(0);

    assertThat(choice.path("finish_reason").asString()).isEqualTo(finish);
    assertThat(choice.path("message").toString()).contains(says);
  }

  @Test
  void floods() throws IOException {
    WIRE.send("PUT", "/faults/openai", "{\"rules\":[{\"kind\":\"flood\"}]}");

    assertThat(chat(SCHEMA).body()).hasSizeGreaterThan(1_000_000);
  }

  @Test
  void throttlesInEachVendorsWords() throws IOException {
    WIRE.send("PUT", "/faults/openai", "{\"rules\":[{\"kind\":\"throttled\"}]}");
    WIRE.send("PUT", "/faults/bedrock", "{\"rules\":[{\"kind\":\"throttled\"}]}");

    Reply openai = chat(SCHEMA);
    Reply bedrock = converse("anthropic.claude-3-haiku-20240307-v1:0", "", SIGNED);

    assertThat(openai.status()).isEqualTo(429);
    assertThat(openai.json().at("/error/code").asString()).isEqualTo("rate_limit_exceeded");
    assertThat(bedrock.status()).isEqualTo(429);
    assertThat(bedrock.header("x-amzn-ErrorType")).contains("ThrottlingException");
  }

  @Test
  void asksNothingButALanguageModelToGoWrongAsOne() throws IOException {
    Reply reply = WIRE.send("PUT", "/faults/slack", "{\"rules\":[{\"kind\":\"refusal\"}]}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("no language model");
  }

  @Test
  void conversesWithASchemaThatStandsInThePrompt() throws IOException {
    Reply reply =
        converse(
            "eu.anthropic.claude-3-haiku-20240307-v1:0",
            ",\"system\":[{\"text\":\"Fit this schema:\\n%s\"}]"
                .formatted(SCHEMA.replace("\"", "\\\"")),
            SIGNED);

    JsonNode answer = Json.read(reply.json().at("/output/message/content/0/text").asString());
    assertThat(reply.json().path("stopReason").asString()).isEqualTo("end_turn");
    assertThat(answer.path("decision").asString()).isEqualTo("BLOCK");
    assertThat(reply.json().at("/usage/inputTokens").asInt()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "amazon.titan-text-express-v1, 400, ValidationException",
    "unknown.model-v1, 400, ValidationException"
  })
  void refusesWhatAModelDoesNotTake(String model, int status, String type) throws IOException {
    Reply reply = converse(model, ",\"system\":[{\"text\":\"x\"}]", SIGNED);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("x-amzn-ErrorType")).contains(type);
  }

  @Test
  void looksAtTheSignature() throws IOException {
    assertThat(converse("meta.llama3-1-8b-instruct-v1:0", "", "Bearer x").status()).isEqualTo(403);
  }

  @Test
  void countsWhatItWasAsked() throws IOException {
    WIRE.send("DELETE", "/inspect/openai", "");
    chat(SCHEMA);

    JsonNode counts = WIRE.get("/inspect/openai/counts").json();

    assertThat(counts.path("api_calls").asInt()).isEqualTo(1);
    assertThat(counts.at("/effects/completions/total").asInt()).isEqualTo(1);
  }

  private static Reply chat(String schema) throws IOException {
    String body =
        "{\"model\":\"gpt-4o-mini\",\"messages\":[{\"role\":\"system\",\"content\":\"s\"},{\"role\":\"user\",\"content\":\"%s\"}],\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"o\",\"strict\":true,\"schema\":%s}}}"
            .formatted(DATA, schema);
    return WIRE.send(
        "POST", "/openai/v1/chat/completions", body, "Authorization", "Bearer sk-sandbox");
  }

  private static Reply converse(String model, String more, String authorization)
      throws IOException {
    String body =
        "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"%s\"}]}]%s}"
            .formatted(DATA, more);
    return WIRE.send(
        "POST",
        "/bedrock/model/%s/converse".formatted(model.replace(":", "%3A")),
        body,
        "Authorization",
        authorization);
  }
}
