package dev.onboarding.agentkit;

import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a server's tool lacks of what an agent needs, each in plain words. Where a schema does not
/// say what is inside, nothing is held against it.
final class Lacks {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final List<String> lacks = new ArrayList<>();

  private Lacks() {}

  static List<String> of(NeededTool need, @Nullable Tool listed) {
    return listed == null
        ? List.of("it does not list the tool")
        : of(need, JSON.valueToTree(listed.inputSchema()), outputOf(listed));
  }

  static List<String> of(NeededTool need, JsonNode takes, JsonNode gives) {
    var found = new Lacks();
    need.sends().forEach(field -> found.sent(field, takes));
    found.notSent(need, takes);
    need.reads().forEach(field -> found.read(field, gives));
    return List.copyOf(found.lacks);
  }

  private void sent(WireField field, JsonNode takes) {
    if (place(takes, field.path()) == Place.MISSING) {
      lacks.add("it does not take " + field.path());
    }
  }

  private void notSent(NeededTool need, JsonNode takes) {
    for (JsonNode name : takes.path("required").values()) {
      if (need.sends().stream().noneMatch(field -> field.path().equals(name.asString()))) {
        lacks.add("it asks for %s, which is not sent".formatted(name.asString()));
      }
    }
  }

  private void read(WireField field, JsonNode gives) {
    Place place = place(gives, field.path());
    if (place == Place.MISSING) {
      lacks.add("it does not answer " + field.path());
    } else if (place == Place.OPTIONAL && field.always()) {
      lacks.add("it may leave %s out of its answer".formatted(field.path()));
    }
  }

  private enum Place {
    MISSING,
    OPTIONAL,
    ALWAYS,
    UNSAID
  }

  private static Place place(JsonNode schema, String path) {
    JsonNode at = schema;
    Place place = Place.UNSAID;
    for (String step : path.replace("[]", ".[]").split("\\.", -1)) {
      if (step.equals("[]")) {
        at = at.path("items");
      } else if (!at.path("properties").isObject()) {
        return Place.UNSAID;
      } else {
        place = placeOf(at, step);
        at = at.path("properties").path(step);
      }
    }
    return place;
  }

  private static Place placeOf(JsonNode holder, String name) {
    if (!holder.path("properties").has(name)) {
      return Place.MISSING;
    }
    return holder.path("required").valueStream().anyMatch(given -> given.asString().equals(name))
        ? Place.ALWAYS
        : Place.OPTIONAL;
  }

  private static JsonNode outputOf(Tool listed) {
    Map<String, Object> schema = listed.outputSchema();
    return schema == null ? JSON.createObjectNode() : JSON.valueToTree(schema);
  }
}
