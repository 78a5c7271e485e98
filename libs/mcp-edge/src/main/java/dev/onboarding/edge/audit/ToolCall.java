package dev.onboarding.edge.audit;

import com.fasterxml.uuid.Generators;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.CallTally;
import dev.onboarding.model.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One call of one tool, as the auditor sees it.
///
/// @param contract digest of what the tool promises
/// @param trace id of the trace that the caller's request belongs to
/// @param argumentsJson the same arguments as they are digested
/// @param ended null while the call is under way
public record ToolCall(
    UUID id,
    Instant at,
    String tool,
    String contract,
    CallContext context,
    CalledBy by,
    @Nullable String trace,
    Map<String, Object> arguments,
    String argumentsJson,
    @Nullable Ended ended) {

  /// How a call ended.
  ///
  /// @param resultDigest SHA-256 of the answer; null when the call failed
  /// @param took on the way out
  public record Ended(
      @Nullable String resultDigest,
      @Nullable Failure failure,
      Duration lasted,
      CallTally.Figures took) {}

  /// A call that begins now.
  public static ToolCall begun(
      String tool,
      String contract,
      CallContext context,
      CalledBy by,
      @Nullable String trace,
      Map<String, Object> arguments,
      Instant at) {
    UUID id = Generators.timeBasedEpochGenerator().generate();
    String json = EdgeJson.mapper().writeValueAsString(arguments);
    return new ToolCall(id, at, tool, contract, context, by, trace, arguments, json, null);
  }

  /// The same call without its arguments: what was refused may be anything, and is not kept.
  public ToolCall withoutArguments() {
    return new ToolCall(id, at, tool, contract, context, by, trace, Map.of(), "{}", ended);
  }

  public ToolCall ended(Ended ended) {
    return new ToolCall(
        id, at, tool, contract, context, by, trace, arguments, argumentsJson, ended);
  }
}
