package dev.onboarding.coordinator.rule;

import dev.cel.common.values.NullValue;
import dev.onboarding.coordinator.rule.WayOut.Change;
import dev.onboarding.model.finding.Domain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts supposed facts into words.
final class Wording {

  private Wording() {}

  /// @param read the domains that must be read and be in order
  static WayOut of(RuleTable table, List<Supposed> supposed, Collection<Domain> read) {
    List<Change> changes = new ArrayList<>();
    supposed.forEach(each -> changes.addAll(changes(table, each)));
    for (Domain domain : read) {
      changes.add(new Change(domain, domain.toString(), null, null, null, List.of(), List.of()));
    }
    String sentence =
        changes.stream()
            .map(Wording::clause)
            .distinct()
            .collect(Collectors.joining(", and ", "PROCEED if ", "."));
    return new WayOut(sentence, !read.isEmpty(), changes);
  }

  private static List<Change> changes(RuleTable table, Supposed supposed) {
    String on = supposed.subject().domain().toString();
    var asItIs = new Supposed(supposed.source(), supposed.subject(), Map.of());
    List<CompiledRow> before = table.hindering(on, asItIs);
    List<Change> changes = new ArrayList<>();
    for (String name : supposed.changed().keySet().stream().sorted().toList()) {
      // A row is cleared by the change without which it would stay.
      List<CompiledRow> stay = table.hindering(on, supposed.without(name));
      List<CompiledRow> cleared = before.stream().filter(stay::contains).toList();
      FactEntry fact = Objects.requireNonNull(supposed.source().askable().get(name));
      changes.add(
          new Change(
              supposed.subject().domain(),
              supposed.about(),
              name,
              SeenFacts.text(fact, supposed.now(name)),
              then(supposed.changed().get(name)),
              cleared.stream().map(row -> row.row().id()).toList(),
              cleared.stream()
                  .map(row -> row.remedy().filledFrom(supposed.subject()))
                  .distinct()
                  .toList()));
    }
    return changes;
  }

  private static @Nullable String then(@Nullable Object value) {
    return value == null || value instanceof NullValue ? null : value.toString();
  }

  private static String clause(Change change) {
    if (change.fact() == null) {
      return "the %s can be read and is in order".formatted(change.about());
    }
    String fact = change.fact().substring(change.fact().indexOf('.') + 1).replace('_', ' ');
    String now = change.now() == null ? "none" : change.now();
    return switch (change.then()) {
      case null -> "%s has no %s (now %s)".formatted(change.about(), fact, now);
      case "true" -> "%s is %s".formatted(change.about(), fact);
      case "false" -> "%s is not %s".formatted(change.about(), fact);
      case Worth.GIVEN -> "%s has a %s (now %s)".formatted(change.about(), fact, now);
      default -> "%s has %s %s (now %s)".formatted(change.about(), fact, change.then(), now);
    };
  }
}
