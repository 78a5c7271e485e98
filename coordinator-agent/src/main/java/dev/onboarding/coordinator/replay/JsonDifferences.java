package dev.onboarding.coordinator.replay;

import dev.onboarding.coordinator.ledger.PersonalPaths;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Names the places at which two JSON values differ.
final class JsonDifferences {

  private static final int MOST = 20;
  private static final int LONGEST = 80;

  private final List<Place> found = new ArrayList<>();

  private JsonDifferences() {}

  /// One place.
  record Place(String path, String recorded, String now) {

    /// A text that may name a person is not repeated.
    String says() {
      if (PersonalPaths.mayBePersonal(path.substring(path.lastIndexOf('/') + 1))) {
        return path + " is not what was recorded";
      }
      return "%s is %s and was recorded as %s".formatted(path, now, recorded);
    }
  }

  /// @return at most twenty
  static List<Place> between(JsonNode recorded, JsonNode now) {
    var differences = new JsonDifferences();
    differences.compare("", recorded, now);
    return List.copyOf(differences.found);
  }

  private void compare(String path, JsonNode recorded, JsonNode now) {
    if (found.size() >= MOST || same(recorded, now)) {
      return;
    }
    if (recorded.isObject() && now.isObject()) {
      var names = new TreeSet<>(recorded.propertyNames());
      names.addAll(now.propertyNames());
      names.forEach(name -> compare(path + "/" + name, recorded.path(name), now.path(name)));
    } else if (recorded.isArray() && now.isArray()) {
      for (int i = 0; i < Math.max(recorded.size(), now.size()); i++) {
        compare(path + "/" + i, recorded.path(i), now.path(i));
      }
    } else {
      found.add(new Place(path, shown(recorded), shown(now)));
    }
  }

  private static boolean same(JsonNode left, JsonNode right) {
    boolean numbers = left.isNumber() && right.isNumber();
    return numbers ? decimal(left).compareTo(decimal(right)) == 0 : left.equals(right);
  }

  private static BigDecimal decimal(JsonNode number) {
    return number.decimalValue();
  }

  private static String shown(JsonNode node) {
    if (node.isMissingNode()) {
      return "absent";
    }
    var text = node.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
