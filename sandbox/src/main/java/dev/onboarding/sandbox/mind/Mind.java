package dev.onboarding.sandbox.mind;

import dev.onboarding.sandbox.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes an answer that fits a JSON schema out of what a prompt says.
final class Mind {

  private static final int MOST_ENTRIES = 3;

  /// Which words of the data decide on a word of a scale, gravest first.
  private static final Map<String, List<String>> SCALE =
      Map.of(
          "high", List.of("decision: block", "violation"),
          "medium", List.of("decision: escalate", "warning"));

  private final PromptData data;
  private final Manner manner;

  Mind(PromptData data, Manner manner) {
    this.data = data;
    this.manner = manner;
  }

  JsonNode answer(JsonNode schema) {
    return value("", schema, 0);
  }

  private JsonNode value(String name, JsonNode schema, int index) {
    return switch (schema.path("type").asString("object")) {
      case "object" -> object(schema, index);
      case "array" -> array(schema.path("items"));
      case "integer", "number" -> number(schema, index);
      case "boolean" -> Json.read("false");
      default -> Json.object().stringNode(string(name, schema, index));
    };
  }

  private ObjectNode object(JsonNode schema, int index) {
    ObjectNode object = Json.object();
    schema
        .path("properties")
        .propertyStream()
        .forEach(each -> object.set(each.getKey(), value(each.getKey(), each.getValue(), index)));
    return object;
  }

  private ArrayNode array(JsonNode items) {
    ArrayNode array = Json.array();
    int entries = Math.clamp(entries(items).size(), 1, MOST_ENTRIES);
    for (int at = 0; at < entries; at++) {
      array.add(value("", items, at));
    }
    return array;
  }

  /// What an array is about: what is to be done, or else what is told.
  private List<String> entries(JsonNode items) {
    JsonNode properties = items.path("properties");
    if (properties.has("title")) {
      return data.ending("remedy");
    }
    if (properties.has("explanation")) {
      return data.ending("message");
    }
    return properties.has("term")
        ? data.lines().stream().map(PromptData.Line::name).toList()
        : data.prose();
  }

  private JsonNode number(JsonNode schema, int index) {
    JsonNode choices = schema.path("enum");
    return choices.isEmpty()
        ? Json.read(String.valueOf(index + 1))
        : choices.get(Math.min(index, choices.size() - 1));
  }

  private String string(String name, JsonNode schema, int index) {
    List<String> choices = schema.path("enum").valueStream().map(JsonNode::asString).toList();
    if (!choices.isEmpty()) {
      return manner.chosen(choices, choice(name, choices, index));
    }
    return manner.told(told(name, index));
  }

  private String choice(String name, List<String> choices, int index) {
    Optional<String> named = data.named(name).filter(choices::contains);
    if (named.isPresent()) {
      return named.get();
    }
    for (String step : List.of("high", "medium")) {
      if (choices.contains(step)
          && SCALE.getOrDefault(step, List.of()).stream().anyMatch(data::mentions)) {
        return step;
      }
    }
    String row = data.named("row " + (index + 1)).or(() -> data.named("owner")).orElse("");
    return choices.stream().filter(row::endsWith).findFirst().orElse(choices.getFirst());
  }

  private String told(String name, int index) {
    List<String> told =
        switch (name.toLowerCase(Locale.ROOT)) {
          case "title" -> data.ending("remedy");
          case "term" -> data.lines().stream().map(PromptData.Line::name).toList();
          case "says" -> data.lines().stream().map(PromptData.Line::value).toList();
          case "explanation" -> data.ending("message");
          case "resolution" -> data.ending("resolution");
          default -> data.named(name).map(List::of).orElseGet(data::prose);
        };
    if (told.isEmpty()) {
      return "There is nothing to add to what is known.";
    }
    boolean listed = List.of("title", "term", "says", "explanation", "resolution").contains(name);
    return listed
        ? told.get(Math.min(index, told.size() - 1))
        : String.join(" ", told.stream().limit(MOST_ENTRIES).toList());
  }
}
