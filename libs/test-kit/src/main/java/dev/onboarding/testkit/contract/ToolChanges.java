package dev.onboarding.testkit.contract;

import dev.onboarding.testkit.contract.Change.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The differences of two lists of tools.
public final class ToolChanges {

  /// Hints by which a caller decides whether to ask a person first, and what it may rely on.
  private static final Map<String, Boolean> PROMISES =
      Map.of("readOnlyHint", true, "destructiveHint", false, "idempotentHint", true);

  private final List<Change> changes = new ArrayList<>();

  private ToolChanges() {}

  /// @param before what `tools/list` named, an array
  public static List<Change> between(JsonNode before, JsonNode after) {
    Map<String, JsonNode> were = byName(before);
    Map<String, JsonNode> are = byName(after);
    var found = new ToolChanges();
    were.forEach((name, tool) -> {
      if (are.containsKey(name)) {
        found.compare(name, tool, are.get(name));
      } else {
        found.add(Kind.BREAKING, name, "is gone");
      }
    });
    are.keySet().stream()
        .filter(name -> !were.containsKey(name))
        .forEach(name -> found.add(Kind.COMPATIBLE, name, "is new"));
    return List.copyOf(found.changes);
  }

  private void compare(String name, JsonNode before, JsonNode after) {
    for (String words : List.of("title", "description")) {
      if (!before.path(words).equals(after.path(words))) {
        add(Kind.WORDING, name, "reads differently in its " + words);
      }
    }
    hints(name, before.path("annotations"), after.path("annotations"));
    changes.addAll(
        SchemaChanges.between(
            Side.CALLER_SENDS, name, before.path("inputSchema"), after.path("inputSchema")));
    results(name, before.path("outputSchema"), after.path("outputSchema"));
  }

  private void results(String name, JsonNode before, JsonNode after) {
    String place = name + " answer";
    if (after.isMissingNode() && !before.isMissingNode()) {
      add(Kind.BREAKING, place, "has no schema any more");
    } else if (before.isMissingNode() && !after.isMissingNode()) {
      add(Kind.COMPATIBLE, place, "has a schema now");
    } else {
      changes.addAll(SchemaChanges.between(Side.CALLER_READS, place, before, after));
    }
  }

  private void hints(String name, JsonNode before, JsonNode after) {
    PROMISES.forEach((hint, promise) -> {
      boolean was = before.path(hint).asBoolean(!promise);
      boolean is = after.path(hint).asBoolean(!promise);
      if (was != is) {
        add(was == promise ? Kind.BREAKING : Kind.COMPATIBLE, name, "is %s=%s".formatted(hint, is));
      }
    });
    for (String words : List.of("title", "openWorldHint")) {
      if (!before.path(words).equals(after.path(words))) {
        add(Kind.WORDING, name, "reads differently in its " + words);
      }
    }
  }

  private void add(Kind kind, String where, String what) {
    changes.add(new Change(kind, where, what));
  }

  private static Map<String, JsonNode> byName(JsonNode tools) {
    Map<String, JsonNode> named = new LinkedHashMap<>();
    tools.valueStream().forEach(tool -> named.put(tool.path("name").asString(), tool));
    return named;
  }
}
