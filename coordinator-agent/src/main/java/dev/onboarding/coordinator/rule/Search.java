package dev.onboarding.coordinator.rule;

import dev.onboarding.coordinator.rule.Formula.Among;
import dev.onboarding.coordinator.rule.Formula.And;
import dev.onboarding.coordinator.rule.Formula.Answer;
import dev.onboarding.coordinator.rule.Formula.Atom;
import dev.onboarding.coordinator.rule.Formula.Choice;
import dev.onboarding.coordinator.rule.Formula.Fixed;
import dev.onboarding.coordinator.rule.Formula.Not;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks for facts under which a formula comes out in a certain way, and gives up on what is too
/// intricate.
final class Search {

  private static final int ANYTHING = Formula.TRUE | Formula.FALSE | Formula.ERROR;
  private static final int MOST_STEPS = 20_000;

  private int steps;
  private boolean gaveUp;

  private Search() {}

  /// @return facts, by name, with the values they may have; empty when none are found
  static Optional<Map<String, Among>> find(Formula formula, int outcomes) {
    var search = new Search();
    var found = search.solve(new Goal(formula, outcomes, null), Map.of());
    return search.gaveUp ? Optional.empty() : Optional.ofNullable(found);
  }

  /// Whether it is certain that there are no such facts.
  static boolean isImpossible(Formula formula, int outcomes) {
    return new Search().solve(new Goal(formula, outcomes, null), Map.of()) == null;
  }

  private @Nullable Map<String, Among> solve(@Nullable Goal goal, Map<String, Among> known) {
    gaveUp |= ++steps > MOST_STEPS;
    if (goal == null || gaveUp) {
      return known;
    }
    int wanted = goal.outcomes();
    if (wanted == ANYTHING) {
      return solve(goal.next(), known);
    }
    return switch (goal.formula()) {
      case Fixed(int outcome) -> (wanted & outcome) == 0 ? null : solve(goal.next(), known);
      case Not(Formula of) -> solve(new Goal(of, reversed(wanted), goal.next()), known);
      case And both -> both(both, goal, known);
      case Choice choice -> choice(choice, goal, known);
      case Atom atom -> atom(atom, goal, known);
    };
  }

  private @Nullable Map<String, Among> both(And both, Goal goal, Map<String, Among> known) {
    int wanted = goal.outcomes();
    Map<String, Among> found = null;
    if ((wanted & Formula.TRUE) != 0) {
      int each = wanted & (Formula.TRUE | Formula.ERROR);
      found = pair(both, each, each, goal, known);
    } else if ((wanted & Formula.ERROR) != 0) {
      int notFalse = Formula.TRUE | Formula.ERROR;
      found = pair(both, Formula.ERROR, notFalse, goal, known);
      found = found == null ? pair(both, notFalse, Formula.ERROR, goal, known) : found;
    }
    if (found == null && (wanted & Formula.FALSE) != 0) {
      found = pair(both, Formula.FALSE, ANYTHING, goal, known);
      found = found == null ? pair(both, ANYTHING, Formula.FALSE, goal, known) : found;
    }
    return found;
  }

  private @Nullable Map<String, Among> pair(
      And both, int left, int right, Goal goal, Map<String, Among> known) {
    return solve(new Goal(both.left(), left, new Goal(both.right(), right, goal.next())), known);
  }

  private @Nullable Map<String, Among> choice(Choice choice, Goal goal, Map<String, Among> known) {
    int wanted = goal.outcomes();
    var found = chosen(choice.when(), Formula.TRUE, choice.then(), goal, known);
    if (found == null) {
      found = chosen(choice.when(), Formula.FALSE, choice.otherwise(), goal, known);
    }
    return found == null && (wanted & Formula.ERROR) != 0
        ? solve(new Goal(choice.when(), Formula.ERROR, goal.next()), known)
        : found;
  }

  private @Nullable Map<String, Among> chosen(
      Formula when, int is, Formula then, Goal goal, Map<String, Among> known) {
    return solve(new Goal(when, is, new Goal(then, goal.outcomes(), goal.next())), known);
  }

  private @Nullable Map<String, Among> atom(Atom atom, Goal goal, Map<String, Among> known) {
    for (Answer answer : atom.answers()) {
      if ((answer.outcome() & goal.outcomes()) == 0) {
        continue;
      }
      Map<String, Among> narrowed = narrowed(known, answer);
      Map<String, Among> found = narrowed == null ? null : solve(goal.next(), narrowed);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Map<String, Among> narrowed(Map<String, Among> known, Answer answer) {
    Map<String, Among> narrowed = new HashMap<>(known);
    for (Among need : answer.needs()) {
      String name = need.of().name();
      BitSet left = (BitSet) need.values().clone();
      if (narrowed.containsKey(name)) {
        left.and(Objects.requireNonNull(narrowed.get(name)).values());
      }
      if (left.isEmpty()) {
        return null;
      }
      narrowed.put(name, new Among(need.of(), left));
    }
    return narrowed;
  }

  private static int reversed(int outcomes) {
    return (outcomes & Formula.ERROR)
        | ((outcomes & Formula.TRUE) == 0 ? 0 : Formula.FALSE)
        | ((outcomes & Formula.FALSE) == 0 ? 0 : Formula.TRUE);
  }

  /// A formula that must come out in one of these ways, and what else must.
  private record Goal(Formula formula, int outcomes, @Nullable Goal next) {}
}
