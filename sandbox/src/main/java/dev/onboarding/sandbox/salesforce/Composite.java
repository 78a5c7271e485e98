package dev.onboarding.sandbox.salesforce;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Several requests in one call. The answer is 200 whatever becomes of its parts.
final class Composite {

  private static final int MOST = 25;
  private static final int MOST_QUERIES = 5;
  private static final Pattern COUNTED =
      Pattern.compile(".*/(query|queryAll)/?(\\?.*)?|.*/composite/sobjects.*");
  private static final Pattern REFERENCE = Pattern.compile("@\\{(\\w+)\\.([\\w.\\[\\]]+)}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_]*");

  private final Function<Call, Answer> inner;

  /// @param inner answers one part
  Composite(Function<Call, Answer> inner) {
    this.inner = inner;
  }

  Answer composite(Call call) {
    JsonNode body = call.json();
    JsonNode parts = body.path("compositeRequest");
    check(parts);
    boolean allOrNone = body.path("allOrNone").asBoolean(false);
    Map<String, Answer> done = new LinkedHashMap<>();
    for (JsonNode part : parts) {
      done.put(part.path("referenceId").asString(""), answer(call, part, done));
    }
    boolean failed = done.values().stream().anyMatch(answer -> !answer.succeeded());
    ObjectNode result = Json.object();
    ArrayNode responses = result.putArray("compositeResponse");
    done.forEach((name, answer) ->
        responses.add(
            response(name, failed && allOrNone && answer.succeeded() ? halted() : answer)));
    return Answer.json(200, result);
  }

  Answer batch(Call call) {
    JsonNode body = call.json();
    JsonNode parts = body.path("batchRequests");
    count(parts, MOST);
    boolean halt = body.path("haltOnError").asBoolean(false);
    ObjectNode whole = Json.object().put("hasErrors", false);
    ArrayNode results = whole.putArray("results");
    for (JsonNode part : parts) {
      boolean stopped = halt && whole.path("hasErrors").asBoolean();
      Answer answer =
          stopped
              ? batchHalted()
              : sub(call, part, "/services/data/" + part.path("url").asString(""));
      whole.put("hasErrors", stopped || whole.path("hasErrors").asBoolean() || !answer.succeeded());
      ObjectNode result = results.addObject().put("statusCode", answer.status());
      result.set("result", content(answer));
    }
    return Answer.json(200, whole);
  }

  /// How many calls a batch counts as.
  static int parts(JsonNode batch) {
    return Math.max(1, batch.path("batchRequests").size());
  }

  private static void check(JsonNode parts) {
    count(parts, MOST);
    int queries = 0;
    var names = new java.util.HashSet<String>();
    for (JsonNode part : parts) {
      String name = part.path("referenceId").asString("");
      if (!NAME.matcher(name).matches() || !names.add(name)) {
        throw new SalesforceProblem(
            400, "JSON_PARSER_ERROR", "referenceId '" + name + "' is missing, repeated or no name");
      }
      queries += COUNTED.matcher(part.path("url").asString("")).matches() ? 1 : 0;
    }
    if (queries > MOST_QUERIES) {
      throw new SalesforceProblem(
          400,
          "LIMIT_EXCEEDED",
          "Limit exceeded for query and collection subrequests: " + MOST_QUERIES);
    }
  }

  private static void count(JsonNode parts, int most) {
    if (!parts.isArray() || parts.isEmpty()) {
      throw new SalesforceProblem(400, "JSON_PARSER_ERROR", "The request has no subrequests");
    }
    if (parts.size() > most) {
      throw new SalesforceProblem(
          400, "LIMIT_EXCEEDED", "Limit exceeded for number of subrequests: " + most);
    }
  }

  private Answer answer(Call call, JsonNode part, Map<String, Answer> done) {
    try {
      return sub(call, part, resolved(part.path("url").asString(""), done));
    } catch (SalesforceProblem problem) {
      return problem.answer();
    }
  }

  private Answer sub(Call call, JsonNode part, String url) {
    if (!url.startsWith("/services/data/") || url.matches(".*/composite(/batch|/graph)?/?")) {
      throw new SalesforceProblem(400, "JSON_PARSER_ERROR", "'" + url + "' cannot be a subrequest");
    }
    int mark = url.indexOf('?');
    byte[] body = part.has("body") ? Json.write(part.get("body")) : new byte[0];
    return inner.apply(
        new Call(
            part.path("method").asString("GET"),
            call.base(),
            call.system(),
            mark < 0 ? url : url.substring(0, mark),
            mark < 0 ? "" : url.substring(mark + 1).replace(" ", "%20"),
            call.headers(),
            body));
  }

  private static String resolved(String url, Map<String, Answer> done) {
    Matcher matcher = REFERENCE.matcher(url);
    var text = new StringBuilder();
    while (matcher.find()) {
      Answer earlier = done.get(matcher.group(1));
      if (earlier == null || !earlier.succeeded()) {
        throw halt();
      }
      String value = value(earlier.json(), matcher.group(2));
      if (value == null) {
        throw new SalesforceProblem(
            400,
            "PROCESSING_HALTED",
            "Invalid reference specified. No value for %s found in %s"
                .formatted(matcher.group(), matcher.group(1)));
      }
      matcher.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(text).toString();
  }

  private static @Nullable String value(JsonNode from, String path) {
    JsonNode at = from;
    for (String step : path.replace("[", ".").replace("]", "").split("\\.", -1)) {
      at = step.matches("\\d+") ? at.path(Integer.parseInt(step)) : at.path(step);
    }
    return at.isValueNode() && !at.isNull() ? at.asString() : null;
  }

  private static ObjectNode response(String name, Answer answer) {
    ObjectNode response = Json.object();
    response.set("body", content(answer));
    response.putObject("httpHeaders");
    return response.put("httpStatusCode", answer.status()).put("referenceId", name);
  }

  private static JsonNode content(Answer answer) {
    try {
      return answer.body().length == 0 ? Json.object() : answer.json();
    } catch (JacksonException e) {
      return Json.object().put("raw", new String(answer.body(), StandardCharsets.UTF_8));
    }
  }

  private static Answer halted() {
    return halt().answer();
  }

  private static SalesforceProblem halt() {
    return new SalesforceProblem(
        400,
        "PROCESSING_HALTED",
        "The transaction was rolled back since another operation in the same transaction failed.");
  }

  private static Answer batchHalted() {
    return new SalesforceProblem(
            412, "BATCH_PROCESSING_HALTED", "Batch processing was halted as requested.")
        .answer();
  }
}
