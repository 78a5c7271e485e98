package dev.onboarding.edge.audit;

import com.fasterxml.uuid.Generators;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.edge.EdgeProperties;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What is about to be appended to a chain: its content, field by field as the table names them,
/// and the digest of its arguments, which the database seals when the content says by which
/// accounts' keys.
///
/// @param row all of it as JSON, as the database takes it
record Entry(ObjectNode content, String digest, String arguments, String row) {

  static final String CALL = "call";
  static final String INTENT = "intent";
  static final String RESOLUTION = "resolution";

  private static Entry of(ObjectNode content, String arguments) {
    String json = content.toString();
    String digest = ChainHash.content(json);
    return new Entry(
        content,
        digest,
        arguments,
        json.substring(0, json.length() - 1)
            + ",\"digest\":\"\\\\x%s\",\"arguments_digest\":\"\\\\x%s\"}"
                .formatted(digest, arguments));
  }

  static Entry intent(EdgeProperties server, ToolCall call) {
    return of(begun(server, INTENT, call), Digests.ofJson(call.argumentsJson()));
  }

  static Entry call(EdgeProperties server, ToolCall call, ToolCall.Ended ended) {
    var content = begun(server, CALL, call);
    Failure failure = ended.failure();
    put(content, "outcome", outcome(failure));
    if (failure != null) {
      put(content, "error_type", failure.errorType().toString());
      put(content, "error_code", failure.errorCode());
      number(content, "http_status", failure.httpStatus());
    }
    put(content, "result_digest", ended.resultDigest());
    number(content, "micros", ended.lasted().toNanos() / 1_000);
    var took = ended.took();
    number(content, "attempts", took.attempts());
    number(content, "upstream_calls", took.calls());
    number(content, "batch_size", Math.max(took.batch(), asked(call.arguments())));
    put(content, "breaker", took.breaker());
    number(content, "quota_left", took.quotaLeft());
    return of(content, Digests.ofJson(call.argumentsJson()));
  }

  static Entry note(String server, String version, Note note, Instant at) {
    var content = content(server, version, note.kind().toString(), at);
    put(content, "call", Generators.timeBasedEpochGenerator().generate().toString());
    put(content, "tool", note.act());
    put(content, "subject", note.by());
    put(content, "run", note.run());
    String details = EdgeJson.mapper().writeValueAsString(note.details());
    content.set("arguments", EdgeJson.mapper().readTree(details));
    put(content, "outcome", "ok");
    return of(content, Digests.ofJson(details));
  }

  /// The call of an intent that has no outcome and will not get one by itself.
  static Entry lost(StoredEntry intent) {
    var content = intent.content().deepCopy();
    content.put("kind", CALL);
    content.put("outcome", "indeterminate");
    content.put("error_type", ErrorType.INDETERMINATE.toString());
    content.put("error_code", "OUTCOME_LOST");
    // The intent's digest is sealed already.
    content.remove("sealed_by");
    return of(content, intent.arguments());
  }

  /// What became of a call whose outcome was not known.
  ///
  /// @param refers the later call from which it is known
  static Entry resolution(StoredEntry call, String outcome, @Nullable String refers, Instant at) {
    var content = call.content().deepCopy();
    content.retain(
        List.of("server", "call", "version", "tool", "contract", "run", "correlation", "trace"));
    content.put("kind", RESOLUTION);
    content.put("at", text(at));
    content.set("arguments", content.objectNode());
    content.put("outcome", outcome);
    put(content, "refers", refers);
    return of(content, Digests.ofJson("{}"));
  }

  /// The same outcome, of a call that was given up meanwhile.
  Entry late() {
    var content = this.content.deepCopy();
    content.put("kind", RESOLUTION);
    return of(content, arguments);
  }

  String field(String name) {
    return content.path(name).asString("");
  }

  private static ObjectNode begun(EdgeProperties server, String kind, ToolCall call) {
    var masked = ArgumentMask.masked(call.arguments());
    var content = content(server.name(), server.version(), kind, call.at());
    put(content, "call", call.id().toString());
    put(content, "tool", call.tool());
    put(content, "contract", call.contract());
    put(content, "caller", call.context().caller());
    put(content, "subject", call.by().subject());
    put(content, "client", call.by().client());
    put(content, "run", call.context().run());
    put(content, "correlation", call.context().correlation());
    put(content, "trace", call.trace());
    content.set("arguments", EdgeJson.mapper().valueToTree(masked.arguments()));
    if (masked.sealedBy() != null) {
      content.set("sealed_by", EdgeJson.mapper().valueToTree(masked.sealedBy()));
    }
    return content;
  }

  private static ObjectNode content(String server, String version, String kind, Instant at) {
    var content = EdgeJson.mapper().createObjectNode();
    put(content, "server", server);
    put(content, "version", version);
    put(content, "kind", kind);
    put(content, "at", text(at));
    return content;
  }

  /// PostgreSQL keeps no more than microseconds.
  private static String text(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS).toString();
  }

  private static String outcome(@Nullable Failure failure) {
    if (failure == null) {
      return "ok";
    }
    return failure.errorType() == ErrorType.INDETERMINATE ? "indeterminate" : "failed";
  }

  /// How many records a call asks for: the longest of its lists.
  private static int asked(Map<String, Object> arguments) {
    return arguments.values().stream()
        .mapToInt(value -> value instanceof List<?> list ? list.size() : 1)
        .max()
        .orElse(1);
  }

  private static void put(ObjectNode content, String field, @Nullable String value) {
    if (value != null) {
      content.put(field, value);
    }
  }

  private static void number(ObjectNode content, String field, @Nullable Number value) {
    if (value != null) {
      content.put(field, value.longValue());
    }
  }
}
