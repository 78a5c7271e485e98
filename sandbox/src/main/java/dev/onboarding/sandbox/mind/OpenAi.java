package dev.onboarding.sandbox.mind;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.ExternalSystem;
import dev.onboarding.sandbox.wire.Json;
import dev.onboarding.sandbox.wire.Oddity;
import dev.onboarding.sandbox.wire.Refusal;
import dev.onboarding.sandbox.wire.Routes;
import dev.onboarding.sandbox.wire.Tally;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// OpenAI on the wire: chat completions, with or without a strict JSON schema, and the models.
public final class OpenAi implements ExternalSystem {

  private final MindSettings settings;
  private final Clock clock;
  private final Routes routes = new Routes();
  private final Tally tally = new Tally();
  private final AtomicLong completions = new AtomicLong();

  public OpenAi(MindSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    routes
        .on("POST", "/v1/chat/completions", (call, path) -> completion(call, null))
        .on("GET", "/v1/models", (call, path) -> models())
        .on("GET", "/v1/models/{id}", (call, path) -> model(path.getOrDefault("id", "")));
  }

  @Override
  public String name() {
    return "openai";
  }

  @Override
  public boolean isTokenCall(Call call) {
    return false;
  }

  @Override
  public String operation(Call call) {
    return routes.operation(call).orElse(call.method());
  }

  @Override
  public Tally tally() {
    return tally;
  }

  @Override
  public void forgetEffects() {
    tally.clear();
  }

  @Override
  public boolean knows(Oddity oddity) {
    return true;
  }

  @Override
  public Answer answer(Call call) {
    return refusing(call, () -> routes.answer(call).orElseThrow(() -> unknown(call)));
  }

  @Override
  public Answer oddly(Call call, Oddity oddity) {
    return call.path().endsWith("/chat/completions")
        ? refusing(call, () -> completion(call, oddity))
        : answer(call);
  }

  private Answer refusing(Call call, java.util.function.Supplier<Answer> inner) {
    try {
      if (!settings.openaiKey().equals(call.bearer())) {
        throw new OpenAiProblem(
            401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided.");
      }
      return inner.get();
    } catch (OpenAiProblem problem) {
      return problem.answer();
    } catch (JacksonException e) {
      return OpenAiProblem.invalid("We could not parse the JSON body of your request.").answer();
    }
  }

  private static OpenAiProblem unknown(Call call) {
    return new OpenAiProblem(
        404,
        "invalid_request_error",
        null,
        "Invalid URL (%s %s)".formatted(call.method(), call.path()));
  }

  private Answer completion(Call call, @Nullable Oddity oddity) {
    JsonNode asked = call.json();
    String model = known(asked.path("model").asString(""));
    JsonNode messages = asked.path("messages");
    if (!messages.isArray() || messages.isEmpty()) {
      throw OpenAiProblem.invalid(
          "Invalid 'messages': empty array. Expected at least one message.");
    }
    JsonNode schema = schema(asked.path("response_format"));
    String prompt =
        messages
            .valueStream()
            .filter(message -> "user".equals(message.path("role").asString("")))
            .map(message -> content(message.path("content")))
            .collect(Collectors.joining("\n"));
    Speech speech = Speech.of(prompt, schema, oddity);
    tally.count("completions", model);
    return Answer.json(200, body(model, messages.toString(), speech));
  }

  private ObjectNode body(String model, String prompt, Speech speech) {
    ObjectNode body =
        Json.object()
            .put("id", "chatcmpl-sandbox-" + completions.incrementAndGet())
            .put("object", "chat.completion")
            .put("created", clock.instant().getEpochSecond())
            .put("model", model);
    ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
    ObjectNode message = choice.putObject("message").put("role", "assistant");
    message.put("content", speech.refusal() == null ? speech.text() : null);
    message.put("refusal", speech.refusal());
    message.putArray("annotations");
    choice
        .putNull("logprobs")
        .put("finish_reason", speech.ended() == Speech.Ended.TOO_LONG ? "length" : "stop");
    long in = Speech.tokens(prompt);
    long out = Speech.tokens(speech.text());
    ObjectNode usage =
        body.putObject("usage")
            .put("prompt_tokens", in)
            .put("completion_tokens", out)
            .put("total_tokens", in + out);
    usage.putObject("prompt_tokens_details").put("cached_tokens", 0);
    usage.putObject("completion_tokens_details").put("reasoning_tokens", 0);
    return body;
  }

  /// A strict schema must forbid what it does not name and require what it does.
  private static JsonNode schema(JsonNode format) {
    String type = format.path("type").asString("text");
    if (!type.equals("json_schema")) {
      return Json.read("null");
    }
    JsonNode named = format.path("json_schema");
    JsonNode schema = named.path("schema");
    if (named.path("name").asString("").isEmpty() || !schema.isObject()) {
      throw OpenAiProblem.invalid("Missing required parameter: 'response_format.json_schema'.");
    }
    if (named.path("strict").asBoolean(false)) {
      Strictness.check(schema);
    }
    return schema;
  }

  private String known(String model) {
    if (settings.openaiModels().stream()
        .anyMatch(each ->
            model.equals(each) || model.matches("\\Q" + each + "\\E-\\d{4}-\\d{2}-\\d{2}"))) {
      return model;
    }
    throw new OpenAiProblem(
        404,
        "invalid_request_error",
        "model_not_found",
        "The model `%s` does not exist or you do not have access to it.".formatted(model));
  }

  private static String content(JsonNode content) {
    return content.isArray()
        ? content
            .valueStream()
            .map(part -> part.path("text").asString(""))
            .collect(Collectors.joining("\n"))
        : content.asString("");
  }

  private Answer models() {
    ObjectNode body = Json.object().put("object", "list");
    var list = body.putArray("data");
    settings.openaiModels().forEach(each -> list.add(described(each)));
    return Answer.json(200, body);
  }

  private Answer model(String id) {
    return Answer.json(200, described(known(id)));
  }

  private static ObjectNode described(String model) {
    return Json.object()
        .put("id", model)
        .put("object", "model")
        .put("created", 1_700_000_000)
        .put("owned_by", "system");
  }

  @Override
  public Answer refuse(Call call, Refusal refusal, int status) {
    OpenAiProblem problem =
        switch (refusal) {
          case UNAUTHORIZED ->
              new OpenAiProblem(
                  401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided.");
          case FORBIDDEN ->
              new OpenAiProblem(
                  403,
                  "invalid_request_error",
                  "unsupported_country_region_territory",
                  "Forbidden.");
          case BAD_REQUEST -> OpenAiProblem.invalid("Invalid request.");
          case THROTTLED ->
              new OpenAiProblem(
                  429, "requests", "rate_limit_exceeded", "Rate limit reached for requests.");
          case SERVER_ERROR ->
              new OpenAiProblem(
                  status == 0 ? 500 : status, "server_error", null, "The server had an error.");
          case UNAVAILABLE ->
              new OpenAiProblem(
                  status == 0 ? 503 : status, "server_error", null, "The engine is overloaded.");
        };
    return refusal == Refusal.THROTTLED
        ? problem.answer().with("retry-after", "1")
        : problem.answer();
  }
}
