package dev.onboarding.coordinator.replay;

import dev.onboarding.coordinator.replay.Problem.Kind;
import dev.onboarding.coordinator.rule.FactCatalogue;
import dev.onboarding.coordinator.rule.FactEntry;
import dev.onboarding.coordinator.rule.Row;
import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.RunContext;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Assessments;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Computes a recorded decision again, from what the record says was known, and compares.
final class DecisionCheck {

  private static final Set<String> PERSONAL =
      FactCatalogue.entries().stream()
          .filter(FactEntry::personal)
          .map(FactEntry::name)
          .collect(Collectors.toUnmodifiableSet());

  private final RuleLibrary rules;

  DecisionCheck(RuleLibrary rules) {
    this.rules = rules;
  }

  /// @param erased whether the personal facts are gone, so that rows which ask for them cannot be
  ///   tried again
  List<Problem> problems(Content decided, boolean erased) {
    var value = decided.value();
    if (value == null || !value.has("assessments") || !value.has("decision")) {
      return List.of(problem(decided, "what it was decided on is not there"));
    }
    try {
      var decision = EdgeJson.mapper().treeToValue(value.path("decision"), Decision.class);
      var found = rules.of(decision.ruleSetDigest());
      if (found.rules() == null) {
        return List.of(new Problem(Kind.RULE_SET, decided.attempt(), "" + found.problem()));
      }
      var again = again(found.rules(), value);
      return (erased
              ? withoutPersonal(found.rules(), decision, again)
              : differences(decision, again))
          .map(says -> problem(decided, says))
          .toList();
    } catch (JacksonException | IllegalArgumentException unreadable) {
      return List.of(
          problem(decided, "what it was decided on cannot be read: it was changed, or is newer"));
    }
  }

  private static Decision again(RuleSet rules, JsonNode value) {
    var json = EdgeJson.mapper();
    return rules.decide(
        json.treeToValue(value.path("assessments"), Assessments.class),
        json.treeToValue(value.path("context"), RunContext.class));
  }

  static Stream<String> differences(Decision recorded, Decision again) {
    var all = new ArrayList<String>();
    if (recorded.verdict() != again.verdict()) {
      all.add(
          "%s was recorded, and its facts give %s".formatted(recorded.verdict(), again.verdict()));
    }
    all.addAll(rows(recorded.fired(), again.fired()));
    if (all.isEmpty() && !recorded.equals(again)) {
      all.add("the same rows fire, with other words or in another order");
    }
    return all.stream();
  }

  private static List<String> rows(List<FiredRow> recorded, List<FiredRow> again) {
    var counts = new TreeMap<String, Integer>();
    recorded.forEach(row -> counts.merge(row(row), 1, Integer::sum));
    again.forEach(row -> counts.merge(row(row), -1, Integer::sum));
    return counts.entrySet().stream()
        .filter(each -> each.getValue() != 0)
        .map(each ->
            each.getValue() > 0
                ? each.getKey() + " fired when it was recorded, and does not on these facts"
                : each.getKey() + " did not fire when it was recorded, and does on these facts")
        .toList();
  }

  private static String row(FiredRow row) {
    return "%s (%s)".formatted(row.rule(), row.tier());
  }

  /// Rows that ask for an erased fact are taken as they were recorded.
  private static Stream<String> withoutPersonal(RuleSet rules, Decision recorded, Decision again) {
    var untried = untried(rules);
    var kept =
        Stream.concat(
                recorded.fired().stream().filter(row -> untried.contains(row.rule())),
                again.fired().stream().filter(row -> !untried.contains(row.rule())))
            .toList();
    var all = new ArrayList<>(rows(recorded.fired(), kept));
    if (verdict(kept) != recorded.verdict()) {
      all.addFirst(
          "%s was recorded, and its facts give %s".formatted(recorded.verdict(), verdict(kept)));
    }
    return all.stream();
  }

  /// The ids of rows whose condition names a fact that an erasure takes.
  private static Set<String> untried(RuleSet rules) {
    var ids = new TreeSet<String>();
    for (Row row : rules.rows()) {
      if (PERSONAL.stream().anyMatch(fact -> names(row.when(), fact))) {
        ids.add(row.id());
      }
    }
    return ids;
  }

  private static boolean names(String condition, String fact) {
    int at = condition.indexOf(fact);
    while (at >= 0) {
      int end = at + fact.length();
      if (end == condition.length() || !Character.isJavaIdentifierPart(condition.charAt(end))) {
        return true;
      }
      at = condition.indexOf(fact, end);
    }
    return false;
  }

  private static Verdict verdict(List<FiredRow> fired) {
    return fired.stream()
        .map(FiredRow::tier)
        .max(Tier::compareTo)
        .map(tier ->
            switch (tier) {
              case NOTE -> Verdict.PROCEED;
              case WARNING -> Verdict.ESCALATE;
              case VIOLATION -> Verdict.BLOCK;
            })
        .orElse(Verdict.PROCEED);
  }

  private static Problem problem(Content decided, String says) {
    return new Problem(
        Kind.DECISION, decided.attempt(), "attempt %d: %s".formatted(decided.attempt(), says));
  }
}
