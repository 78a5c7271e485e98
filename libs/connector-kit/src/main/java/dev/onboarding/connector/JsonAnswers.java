package dev.onboarding.connector;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON answers of one system; what cannot be read, or is not of the expected shape, is
/// `server_error/UNREADABLE_ANSWER`.
///
/// @param system the system's name as people read it
/// @param mapper reads the system's own field names; should ignore unknown ones
public record JsonAnswers(String system, JsonMapper mapper) {

  private static final String UNREADABLE_ANSWER = "UNREADABLE_ANSWER";

  public <T> T read(UpstreamResponse response, Class<T> type) {
    try {
      return present(response, mapper.readValue(response.body(), type));
    } catch (JacksonException unexpected) {
      throw unreadable(system, response, unexpected);
    }
  }

  /// A part of an answer that was read as a tree before.
  public <T> T part(UpstreamResponse response, JsonNode node, Class<T> type) {
    try {
      return present(response, mapper.treeToValue(node, type));
    } catch (JacksonException unexpected) {
      throw unreadable(system, response, unexpected);
    }
  }

  public JsonNode tree(UpstreamResponse response) {
    return read(response, JsonNode.class);
  }

  /// The failure for an answer that is JSON but not what was asked for.
  public FailureException unexpected(UpstreamResponse response, String what) {
    return unreadable(system, response, new IllegalStateException(what));
  }

  /// The failure for an answer that was read and does not say what the system's contract promises.
  ///
  /// @param why one clause, for people
  public static FailureException unreadable(String system, String why) {
    String message = "%s answered something that cannot be read: %s.".formatted(system, why);
    return new FailureException(
        Failure.of(ErrorType.SERVER_ERROR, UNREADABLE_ANSWER, 200, message));
  }

  @SuppressWarnings("ConstantValue") // a JSON null is read as null, whatever the type says
  private <T> T present(UpstreamResponse response, T value) {
    if (value == null) {
      throw unexpected(response, "null");
    }
    return value;
  }

  static FailureException unreadable(String system, UpstreamResponse response, Throwable cause) {
    String message =
        "%s answered something that cannot be read (HTTP %d, %d bytes)."
            .formatted(system, response.status(), response.body().length);
    return new FailureException(
        Failure.of(ErrorType.SERVER_ERROR, UNREADABLE_ANSWER, response.status(), message),
        null,
        cause);
  }
}
