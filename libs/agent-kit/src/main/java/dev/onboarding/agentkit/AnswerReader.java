package dev.onboarding.agentkit;

import dev.onboarding.model.CallMeta;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a tool answered, tolerantly: unknown fields are ignored.
final class AnswerReader {

  private final JsonMapper json;
  private final Clock clock;

  AnswerReader(JsonMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  /// @throws FailureException when it cannot be read as that type
  ToolAnswer<Object> answer(String server, String tool, CallToolResult result, Type type) {
    try {
      Object value =
          json.convertValue(result.structuredContent(), json.getTypeFactory().constructType(type));
      Map<String, Object> meta = result.meta() == null ? Map.of() : result.meta();
      String readAt = text(meta.get(CallMeta.READ_AT));
      return new ToolAnswer<>(
          value,
          tool,
          text(meta.get(CallMeta.CALL)),
          readAt == null ? clock.instant() : Instant.parse(readAt),
          text(meta.get(CallMeta.DIGEST)),
          text(meta.get(CallMeta.SERVER)));
    } catch (JacksonException e) {
      throw unreadable(server, tool, e);
    }
  }

  /// Why the tool gave no answer, in its own words.
  Failure failure(String server, String tool, CallToolResult result) {
    try {
      if (result.structuredContent() != null) {
        return json.convertValue(result.structuredContent(), Failure.class);
      }
    } catch (JacksonException e) {
      throw unreadable(server, tool, e);
    }
    return Failure.of(
        ErrorType.SERVER_ERROR,
        "UNREADABLE_ANSWER",
        null,
        "%s failed in %s without saying why.".formatted(tool, server));
  }

  private static FailureException unreadable(String server, String tool, JacksonException cause) {
    return new FailureException(
        Failure.of(
            ErrorType.SERVER_ERROR,
            "UNREADABLE_ANSWER",
            null,
            "%s of %s answered in a form that this version cannot read.".formatted(tool, server)),
        null,
        cause);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String text ? text : null;
  }
}
