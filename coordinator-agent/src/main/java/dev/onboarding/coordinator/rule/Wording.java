package dev.onboarding.coordinator.rule;

import dev.cel.common.values.NullValue;
import dev.onboarding.coordinator.rule.WayOut.Change;
import dev.onboarding.model.finding.Domain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts supposed facts into words.
final class Wording {

  private Wording() {}

  /// @param read the domains that must be read and be in order
  static WayOut of(RuleTable table, List<Supposed> supposed, Collection<Domain> read) {
    List<Change> changes = new ArrayList<>();
    Set<String> clauses = new LinkedHashSet<>();
    for (Supposed each : supposed) {
      for (String name : each.changed().keySet().stream().sorted().toList()) {
        changes.add(change(table, each, name));
        clauses.add(clause(each, name));
      }
    }
    for (Domain domain : read) {
      changes.add(new Change(domain, domain.toString(), null, null, null, List.of(), List.of()));
      clauses.add("the %s can be read and is in order".formatted(domain));
    }
    return new WayOut(
        "PROCEED if " + String.join(", and ", clauses) + ".", !read.isEmpty(), changes);
  }

  private static Change change(RuleTable table, Supposed supposed, String name) {
    String on = supposed.subject().domain().toString();
    var asItIs = new Supposed(supposed.source(), supposed.subject(), Map.of());
    // A row is cleared by the change without which it would stay.
    List<CompiledRow> stay = table.hindering(on, supposed.without(name));
    List<CompiledRow> cleared =
        table.hindering(on, asItIs).stream().filter(stay::contains).toList();
    return new Change(
        supposed.subject().domain(),
        supposed.about(),
        name,
        SeenFacts.text(fact(supposed, name), supposed.now(name)),
        then(supposed.changed().get(name)),
        cleared.stream().map(row -> row.row().id()).toList(),
        cleared.stream()
            .map(row -> row.remedy().filledFrom(supposed.subject()))
            .distinct()
            .toList());
  }

  private static FactEntry fact(Supposed supposed, String name) {
    return Objects.requireNonNull(supposed.source().askable().get(name));
  }

  private static @Nullable String then(@Nullable Object value) {
    return value == null || value instanceof NullValue ? null : value.toString();
  }

  private static String clause(Supposed supposed, String name) {
    FactEntry fact = fact(supposed, name);
    String is = FactText.name(fact);
    String about = supposed.about();
    String now = FactText.value(fact, supposed.now(name), supposed);
    Object then = supposed.changed().get(name);
    return switch (then(then)) {
      case null -> "%s has no %s (now %s)".formatted(about, is, now);
      case "true" -> "%s is %s".formatted(about, is);
      case "false" -> "%s is not %s".formatted(about, is);
      case Worth.GIVEN -> "%s has %s %s (now %s)".formatted(about, article(is), is, now);
      default ->
          "%s has %s %s (now %s)".formatted(about, is, FactText.value(fact, then, supposed), now);
    };
  }

  private static String article(String noun) {
    return "aeiou".indexOf(noun.charAt(0)) < 0 ? "a" : "an";
  }
}
