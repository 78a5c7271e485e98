package dev.onboarding.testkit.contract;

import dev.onboarding.testkit.contract.Change.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// The differences of two JSON schemas, each named for what it means to the caller. A keyword that
/// is not known here counts as breaking when it changes.
final class SchemaChanges {

  private static final Set<String> WORDS =
      Set.of("description", "title", "examples", "$comment", "$schema", "default");
  private static final Set<String> STRUCTURE =
      Set.of("type", "properties", "required", "items", "additionalProperties", "enum", "const");
  private static final Set<String> AT_LEAST =
      Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
  private static final Set<String> AT_MOST =
      Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");

  private final Side side;
  private final List<Change> changes = new ArrayList<>();

  private SchemaChanges(Side side) {
    this.side = side;
  }

  static List<Change> between(Side side, String where, JsonNode before, JsonNode after) {
    var found = new SchemaChanges(side);
    found.compare(where, before, after);
    return List.copyOf(found.changes);
  }

  private void compare(String where, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    values(where, "type", types(before), types(after));
    values(where, "value", constants(before), constants(after));
    properties(where, before, after);
    required(where, before, after);
    additional(where, before.path("additionalProperties"), after.path("additionalProperties"));
    if (before.has("items") || after.has("items")) {
      compare(where + "[]", before.path("items"), after.path("items"));
    }
    Set<String> rest = new TreeSet<>(before.propertyNames());
    rest.addAll(after.propertyNames());
    rest.removeAll(STRUCTURE);
    rest.forEach(keyword -> keyword(where, keyword, before.path(keyword), after.path(keyword)));
  }

  /// An empty set stands for no restriction.
  private void values(String where, String what, Set<String> before, Set<String> after) {
    if (before.isEmpty() && !after.isEmpty()) {
      add(side.narrower(), where, "has only the %ss %s now".formatted(what, after));
    } else if (after.isEmpty() && !before.isEmpty()) {
      add(side.wider(), where, "may have any %s now".formatted(what));
    } else {
      Set<String> gone = new TreeSet<>(before);
      gone.removeAll(after);
      Set<String> come = new TreeSet<>(after);
      come.removeAll(before);
      gone.forEach(v -> add(side.narrower(), where, "no longer has the %s %s".formatted(what, v)));
      come.forEach(v -> add(side.wider(), where, "may have the %s %s now".formatted(what, v)));
    }
  }

  private void properties(String where, JsonNode before, JsonNode after) {
    JsonNode were = before.path("properties");
    JsonNode are = after.path("properties");
    for (String name : were.propertyNames()) {
      String place = where + "." + name;
      if (are.has(name)) {
        compare(place, were.get(name), are.get(name));
      } else {
        add(Kind.BREAKING, place, "is gone");
      }
    }
    for (String name : are.propertyNames()) {
      if (!were.has(name) && !isRequired(after, name)) {
        add(Kind.COMPATIBLE, where + "." + name, "is new");
      }
    }
  }

  private void required(String where, JsonNode before, JsonNode after) {
    for (String name : after.path("properties").propertyNames()) {
      if (isRequired(after, name) && !isRequired(before, name)) {
        add(
            side.narrower(),
            where + "." + name,
            side == Side.CALLER_SENDS ? "must be given now" : "is always there now");
      }
    }
    for (String name : before.path("properties").propertyNames()) {
      if (isRequired(before, name)
          && !isRequired(after, name)
          && after.path("properties").has(name)) {
        add(side.wider(), where + "." + name, "may be left out now");
      }
    }
  }

  /// Readers ignore what they do not know, so only senders care whether more may be there.
  private void additional(String where, JsonNode before, JsonNode after) {
    if (before.isObject() || after.isObject()) {
      compare(where + ".*", before, after);
    } else if (side == Side.CALLER_SENDS) {
      boolean wasClosed = before.isBoolean() && !before.asBoolean();
      boolean isClosed = after.isBoolean() && !after.asBoolean();
      if (wasClosed != isClosed) {
        add(
            isClosed ? side.narrower() : side.wider(),
            where,
            isClosed ? "takes nothing else now" : "takes more than it names now");
      }
    }
  }

  private void keyword(String where, String keyword, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    String what = "has %s %s, before %s".formatted(keyword, shown(after), shown(before));
    if (WORDS.contains(keyword)) {
      add(Kind.WORDING, where, "reads differently in its " + keyword);
    } else if (before.isMissingNode()) {
      add(side.narrower(), where, what);
    } else if (after.isMissingNode()) {
      add(side.wider(), where, what);
    } else if (AT_LEAST.contains(keyword) && before.isNumber() && after.isNumber()) {
      add(isMore(before, after) ? side.narrower() : side.wider(), where, what);
    } else if (AT_MOST.contains(keyword) && before.isNumber() && after.isNumber()) {
      add(isMore(before, after) ? side.wider() : side.narrower(), where, what);
    } else {
      add(Kind.BREAKING, where, what);
    }
  }

  private void add(Kind kind, String where, String what) {
    changes.add(new Change(kind, where, what));
  }

  private static boolean isMore(JsonNode before, JsonNode after) {
    return after.decimalValue().compareTo(before.decimalValue()) > 0;
  }

  private static boolean isRequired(JsonNode schema, String name) {
    return schema.path("required").valueStream().anyMatch(given -> name.equals(given.asString()));
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "none" : value.toString();
  }

  private static Set<String> constants(JsonNode schema) {
    Set<String> values = new HashSet<>();
    schema.path("enum").valueStream().forEach(value -> values.add(value.toString()));
    if (schema.has("const")) {
      values.add(schema.get("const").toString());
    }
    return values;
  }

  /// Every integer is a number.
  private static Set<String> types(JsonNode schema) {
    Set<String> types = new HashSet<>();
    JsonNode type = schema.path("type");
    if (type.isString()) {
      types.add(type.asString());
    }
    type.valueStream().filter(JsonNode::isString).forEach(one -> types.add(one.asString()));
    if (types.contains("number")) {
      types.add("integer");
    }
    return types;
  }
}
