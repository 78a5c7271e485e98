package dev.onboarding.coordinator.pipeline;

import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tells in sentences what two readings of an account have not in common: rows that fire in one
/// only, and facts that differ. What moves by the calendar alone, and how findings are worded, does
/// not count; where it matters, a row fires.
final class Comparison {

  private static final Set<String> NOT_COMPARED =
      Set.of("evidence", "sentence", "choice", "days_overdue");
  private static final int MOST = 12;

  private final JsonMapper json;

  Comparison(JsonMapper json) {
    this.json = json;
  }

  /// @return empty when they say the same
  List<String> between(Reading shown, Reading now) {
    var all =
        Stream.concat(
                rows(shown.decision(), now.decision()).stream(),
                facts(shown.assessments(), now.assessments()).stream())
            .toList();
    return all.size() <= MOST
        ? all
        : Stream.concat(
                all.stream().limit(MOST), Stream.of("And %d more.".formatted(all.size() - MOST)))
            .toList();
  }

  /// Which rows fire in one of them only.
  static List<String> rows(Decision shown, Decision now) {
    var before = byRule(shown);
    var after = byRule(now);
    var changes = new ArrayList<String>();
    after.forEach((rule, says) -> {
      if (!before.containsKey(rule)) {
        changes.add("New: %s (%s)".formatted(says, rule));
      }
    });
    before.forEach((rule, says) -> {
      if (!after.containsKey(rule)) {
        changes.add("No longer: %s (%s)".formatted(says, rule));
      }
    });
    return changes;
  }

  private static Map<String, String> byRule(Decision decision) {
    return decision.fired().stream()
        .collect(
            Collectors.toMap(
                FiredRow::rule, FiredRow::says, (one, other) -> one + " " + other, TreeMap::new));
  }

  private List<String> facts(Assessments shown, Assessments now) {
    var before = facts(shown);
    var after = facts(now);
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    return names.stream()
        .filter(
            name -> !before.getOrDefault(name, "absent").equals(after.getOrDefault(name, "absent")))
        .map(name ->
            "%s is %s and was %s."
                .formatted(
                    name, after.getOrDefault(name, "absent"), before.getOrDefault(name, "absent")))
        .toList();
  }

  private Map<String, String> facts(Assessments assessments) {
    var facts = new TreeMap<String, String>();
    for (Assessment<? extends Finding> assessment : assessments.all()) {
      var domain = assessment.domain().toString();
      facts.put(domain, assessment.outcome().name().toLowerCase(Locale.ROOT));
      int number = 0;
      for (var finding : assessment.findings()) {
        var name = number++ == 0 ? domain : domain + " " + number;
        collect(name, json.valueToTree(finding), facts);
      }
    }
    return facts;
  }

  private static void collect(String name, JsonNode node, Map<String, String> facts) {
    if (node.isObject()) {
      node.properties().stream()
          .filter(field -> !NOT_COMPARED.contains(field.getKey()))
          .forEach(field -> collect(name + "." + field.getKey(), field.getValue(), facts));
    } else if (node.isArray()) {
      facts.put(name, node.toString());
    } else if (!node.isNull()) {
      facts.put(name, node.asString());
    }
  }

  /// What was read and how it is judged.
  record Reading(Assessments assessments, Decision decision) {}
}
