package dev.onboarding.sandbox.mind;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.ExternalSystem;
import dev.onboarding.sandbox.wire.Json;
import dev.onboarding.sandbox.wire.Oddity;
import dev.onboarding.sandbox.wire.Refusal;
import dev.onboarding.sandbox.wire.Routes;
import dev.onboarding.sandbox.wire.Tally;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Bedrock's runtime on the wire: Converse. The signature is looked at, not verified.
public final class Bedrock implements ExternalSystem {

  private static final Pattern REGION = Pattern.compile("^(?:us|eu|apac|us-gov|global|jp|au)\\.");
  private static final Pattern SIGNED =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/]+)/\\d{8}/[a-z0-9-]+/bedrock/aws4_request,.*");

  private final MindSettings settings;
  private final Routes routes = new Routes();
  private final Tally tally = new Tally();

  public Bedrock(MindSettings settings) {
    this.settings = settings;
    routes.on(
        "POST",
        "/model/{id}/converse",
        (call, path) -> converse(call, path.getOrDefault("id", ""), null));
  }

  @Override
  public String name() {
    return "bedrock";
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
    return refusing(
        call,
        () ->
            routes
                .answer(call)
                .orElseThrow(
                    () -> new BedrockProblem(404, "UnknownOperationException", "Not found")));
  }

  @Override
  public Answer oddly(Call call, Oddity oddity) {
    String[] path = call.path().split("/", -1);
    return path.length == 4 && path[3].equals("converse")
        ? refusing(call, () -> converse(call, Call.decoded(path[2]), oddity))
        : answer(call);
  }

  private Answer refusing(Call call, Supplier<Answer> inner) {
    try {
      String authorization = call.header("authorization");
      if (authorization == null) {
        throw new BedrockProblem(
            403, "MissingAuthenticationTokenException", "Missing Authentication Token");
      }
      var signed = SIGNED.matcher(authorization);
      if (!signed.matches() || !signed.group(1).equals(settings.awsAccessKey())) {
        throw new BedrockProblem(
            403,
            "UnrecognizedClientException",
            "The security token included in the request is invalid.");
      }
      return inner.get();
    } catch (BedrockProblem problem) {
      return problem.answer();
    } catch (JacksonException e) {
      return new BedrockProblem(400, "SerializationException", "The body is no JSON").answer();
    }
  }

  private Answer converse(Call call, String id, @Nullable Oddity oddity) {
    String model = REGION.matcher(id).replaceFirst("");
    if (settings.bedrockModels().stream().noneMatch(model::startsWith)) {
      throw BedrockProblem.invalid("The provided model identifier is invalid.");
    }
    JsonNode asked = call.json();
    checkMessages(asked.path("messages"));
    if (asked.path("system").size() > 0 && isOneOf(settings.withoutSystem(), model)) {
      throw BedrockProblem.invalid("This model doesn't support system prompts.");
    }
    JsonNode schema = schema(asked, model);
    String prompt =
        asked
            .path("messages")
            .valueStream()
            .filter(message -> "user".equals(message.path("role").asString("")))
            .flatMap(message -> message.path("content").valueStream())
            .map(part -> part.path("text").asString(""))
            .collect(Collectors.joining("\n"));
    Speech speech = Speech.of(prompt, schema, oddity);
    tally.count("completions", id);
    return Answer.json(200, body(asked.toString(), speech));
  }

  private static void checkMessages(JsonNode messages) {
    if (messages.isEmpty() || !"user".equals(messages.get(0).path("role").asString(""))) {
      throw BedrockProblem.invalid("A conversation must start with a user message.");
    }
  }

  private JsonNode schema(JsonNode asked, String model) {
    JsonNode format = asked.at("/outputConfig/textFormat");
    if (format.isObject()) {
      if (!isOneOf(settings.nativeSchema(), model)) {
        throw BedrockProblem.invalid("This model doesn't support the outputConfig field.");
      }
      return Json.read(format.at("/structure/jsonSchema/schema").asString("null"));
    }
    return InPrompt.schema(asked);
  }

  private static boolean isOneOf(List<String> beginnings, String model) {
    return beginnings.stream().anyMatch(model::startsWith);
  }

  private static ObjectNode body(String prompt, Speech speech) {
    ObjectNode body = Json.object();
    String text = speech.refusal() == null ? speech.text() : speech.refusal();
    ObjectNode message = body.putObject("output").putObject("message").put("role", "assistant");
    message.putArray("content").addObject().put("text", text);
    body.put(
        "stopReason",
        speech.refusal() != null
            ? "content_filtered"
            : speech.ended() == Speech.Ended.TOO_LONG ? "max_tokens" : "end_turn");
    long in = Speech.tokens(prompt);
    long out = Speech.tokens(text);
    body.putObject("usage")
        .put("inputTokens", in)
        .put("outputTokens", out)
        .put("totalTokens", in + out);
    body.putObject("metrics").put("latencyMs", 12);
    return body;
  }

  @Override
  public Answer refuse(Call call, Refusal refusal, int status) {
    return switch (refusal) {
      case UNAUTHORIZED, FORBIDDEN ->
          new BedrockProblem(
                  403,
                  "AccessDeniedException",
                  "You don't have access to the model with the specified model ID.")
              .answer();
      case BAD_REQUEST -> BedrockProblem.invalid("Malformed input request.").answer();
      case THROTTLED ->
          new BedrockProblem(
                  429, "ThrottlingException", "Too many requests, please wait before trying again.")
              .answer();
      case SERVER_ERROR ->
          new BedrockProblem(
                  status == 0 ? 500 : status,
                  "InternalServerException",
                  "The system encountered an unexpected error.")
              .answer();
      case UNAVAILABLE ->
          new BedrockProblem(
                  status == 0 ? 503 : status,
                  "ServiceUnavailableException",
                  "Bedrock is unable to process your request.")
              .answer();
    };
  }
}
