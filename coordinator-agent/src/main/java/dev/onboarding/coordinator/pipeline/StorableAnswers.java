package dev.onboarding.coordinator.pipeline;

import dev.onboarding.agentkit.ToolAnswer;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.lang.reflect.Type;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// The tools of other servers, with every NUL in what they answer replaced: the one character that
/// no text of the database can hold, so that a name with it would stop the run.
final class StorableAnswers implements ToolServers {

  private static final char NUL = 0;
  private static final char REPLACEMENT = '\ufffd';

  private final ToolServers servers;
  private final JsonMapper json;

  StorableAnswers(ToolServers servers, JsonMapper json) {
    this.servers = servers;
    this.json = json;
  }

  @Override
  public ToolAnswer<Object> call(String server, String tool, Object arguments, Type type) {
    try {
      var answer = servers.call(server, tool, arguments, JsonNode.class);
      Object value =
          json.treeToValue(storable(answer.value()), json.getTypeFactory().constructType(type));
      return new ToolAnswer<>(
          value, answer.tool(), answer.call(), answer.readAt(), answer.digest(), answer.server());
    } catch (FailureException failed) {
      throw new FailureException(
          storable(failed.failure()), failed.retryAfter().orElse(null), failed);
    } catch (JacksonException unreadable) {
      throw new FailureException(
          Failure.of(
              ErrorType.SERVER_ERROR,
              "UNREADABLE_ANSWER",
              null,
              "%s of %s answered in a form that this version cannot read.".formatted(tool, server)),
          null,
          unreadable);
    }
  }

  private Failure storable(Failure failure) {
    return json.treeToValue(storable(json.<JsonNode>valueToTree(failure)), Failure.class);
  }

  private JsonNode storable(JsonNode node) {
    return holdsNul(node) ? replaced(node) : node;
  }

  private static boolean holdsNul(JsonNode node) {
    return switch (node) {
      case ObjectNode object ->
          object.properties().stream()
              .anyMatch(field -> holdsNul(field.getKey()) || holdsNul(field.getValue()));
      case ArrayNode array -> array.valueStream().anyMatch(StorableAnswers::holdsNul);
      case StringNode text -> holdsNul(text.stringValue());
      default -> false;
    };
  }

  private static boolean holdsNul(String text) {
    return text.indexOf(NUL) >= 0;
  }

  private JsonNode replaced(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        var copy = json.createObjectNode();
        object
            .properties()
            .forEach(field -> copy.set(storable(field.getKey()), replaced(field.getValue())));
        yield copy;
      }
      case ArrayNode array -> {
        var copy = json.createArrayNode();
        array.forEach(element -> copy.add(replaced(element)));
        yield copy;
      }
      case StringNode text -> StringNode.valueOf(storable(text.stringValue()));
      default -> node;
    };
  }

  private static String storable(String text) {
    return text.replace(NUL, REPLACEMENT);
  }
}
