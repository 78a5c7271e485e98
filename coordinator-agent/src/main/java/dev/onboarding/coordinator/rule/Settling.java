package dev.onboarding.coordinator.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Changes one subject's facts until no row hinders it: one fact at a time, two where one does not
/// help, and at last as few as do.
final class Settling {

  private static final int MOST_ROUNDS = 12;

  private final RuleTable table;
  private final String on;

  Settling(RuleTable table, String on) {
    this.table = table;
    this.on = on;
  }

  /// @return empty when no such change is found
  Optional<Supposed> settle(Supposed asItIs) {
    Supposed reached = asItIs;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<CompiledRow> hindering = table.hindering(on, reached);
      if (hindering.isEmpty()) {
        return Optional.of(fewest(reached));
      }
      Optional<Supposed> better = better(reached, hindering);
      if (better.isEmpty()) {
        return Optional.empty();
      }
      reached = better.get();
    }
    return Optional.empty();
  }

  /// The change after which fewest rows hinder, and fewer than before.
  private Optional<Supposed> better(Supposed reached, List<CompiledRow> hindering) {
    List<Supposed> one = changes(reached, hindering);
    Optional<Supposed> best = best(one, hindering.size());
    if (best.isPresent()) {
      return best;
    }
    List<Supposed> two = new ArrayList<>();
    for (Supposed each : one) {
      List<CompiledRow> then = new ArrayList<>(hindering);
      then.addAll(table.hindering(on, each));
      two.addAll(changes(each, then));
    }
    return best(two, hindering.size());
  }

  private Optional<Supposed> best(List<Supposed> changes, int before) {
    Comparator<Judged> fewest = Comparator.comparingInt(Judged::hindering);
    return changes.stream()
        .map(change -> new Judged(change, table.hindering(on, change).size()))
        .filter(judged -> judged.hindering() < before)
        .min(fewest)
        .map(Judged::change);
  }

  private static List<Supposed> changes(Supposed from, List<CompiledRow> hindering) {
    List<Supposed> changes = new ArrayList<>();
    possible(from, hindering)
        .forEach((name, values) -> {
          if (!from.changed().containsKey(name)) {
            values.forEach(value -> changes.add(from.with(name, value)));
          }
        });
    return changes;
  }

  /// The last fact of a condition first: those before it mostly say when the row is about anything.
  private static Map<String, List<@Nullable Object>> possible(
      Supposed reached, List<CompiledRow> hindering) {
    Set<String> names = new LinkedHashSet<>();
    for (CompiledRow row : hindering) {
      List<String> asked = new ArrayList<>(row.asked());
      Collections.reverse(asked);
      names.addAll(asked);
    }
    Map<String, FactEntry> facts = reached.source().askable();
    var reader = new FormulaReader(facts, hindering.stream().map(CompiledRow::condition).toList());
    Map<String, List<@Nullable Object>> possible = new LinkedHashMap<>();
    for (String name : names) {
      // What the run is cannot be mended.
      if (!name.startsWith(FactSource.RUN.prefix() + ".")) {
        FactEntry fact = Objects.requireNonNull(facts.get(name));
        possible.put(name, Worth.values(fact, reader.examples(fact), reached.now(name)));
      }
    }
    return possible;
  }

  private Supposed fewest(Supposed reached) {
    Supposed fewest = reached;
    for (String name : reached.changed().keySet()) {
      Supposed fewer = fewest.without(name);
      if (table.hindering(on, fewer).isEmpty()) {
        fewest = fewer;
      }
    }
    return fewest;
  }

  private record Judged(Supposed change, int hindering) {}
}
