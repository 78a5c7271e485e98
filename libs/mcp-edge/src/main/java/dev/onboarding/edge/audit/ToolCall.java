package dev.onboarding.edge.audit;

import com.fasterxml.uuid.Generators;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One call of one tool, as the auditor sees it.
///
/// @param argumentsJson the same arguments as they are digested
/// @param resultDigest SHA-256 of the answer; null when the call failed or has not ended
public record ToolCall(
    UUID id,
    Instant at,
    String tool,
    CallContext context,
    Map<String, Object> arguments,
    String argumentsJson,
    @Nullable String resultDigest,
    @Nullable Failure failure,
    Duration took) {

  public static ToolCall begun(
      String tool, CallContext context, Map<String, Object> arguments, Instant at) {
    UUID id = Generators.timeBasedEpochGenerator().generate();
    String json = EdgeJson.mapper().writeValueAsString(arguments);
    return new ToolCall(id, at, tool, context, arguments, json, null, null, Duration.ZERO);
  }

  /// The same call without its arguments: what was refused may be anything, and is not kept.
  public ToolCall withoutArguments() {
    return new ToolCall(id, at, tool, context, Map.of(), "{}", resultDigest, failure, took);
  }

  public ToolCall ended(@Nullable String resultDigest, @Nullable Failure failure, Duration took) {
    return new ToolCall(
        id, at, tool, context, arguments, argumentsJson, resultDigest, failure, took);
  }
}
