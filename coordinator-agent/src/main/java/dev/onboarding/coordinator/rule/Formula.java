package dev.onboarding.coordinator.rule;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A condition as far as it can be reasoned about: how true, false and error of its parts make its
/// own. Sets of outcomes are sums of [#TRUE], [#FALSE] and [#ERROR].
sealed interface Formula {

  int TRUE = 1;
  int FALSE = 2;
  int ERROR = 4;

  /// The same outcome whatever the facts are.
  record Fixed(int outcome) implements Formula {}

  record Not(Formula of) implements Formula {}

  /// False when one part is, whatever the other; both orders are the same.
  record And(Formula left, Formula right) implements Formula {}

  record Choice(Formula when, Formula then, Formula otherwise) implements Formula {}

  /// A comparison, or anything else that is not taken apart.
  ///
  /// @param answers all the ways in which it can come out
  record Atom(List<Answer> answers) implements Formula {

    public Atom {
      answers = List.copyOf(answers);
    }
  }

  /// One way in which an atom comes out, and what must hold of single facts for it.
  record Answer(int outcome, List<Among> needs) {

    public Answer {
      needs = List.copyOf(needs);
    }
  }

  /// That a fact, or an atom that is not taken apart, has one of these values.
  record Among(Values of, BitSet values) {}

  /// "Or" has the outcomes of "and" the other way round.
  static Formula or(Formula left, Formula right) {
    return new Not(new And(new Not(left), new Not(right)));
  }

  static Formula fixed(boolean outcome) {
    return new Fixed(outcome ? TRUE : FALSE);
  }

  /// The facts that a formula asks for.
  static Set<String> names(Formula formula) {
    return names(formula, TRUE | FALSE | ERROR);
  }

  /// The facts on which it depends whether an atom of the formula comes out in one of these ways.
  static Set<String> names(Formula formula, int outcomes) {
    Set<String> names = new TreeSet<>();
    collect(formula, outcomes, names);
    return names;
  }

  private static void collect(Formula formula, int outcomes, Set<String> names) {
    switch (formula) {
      case Fixed _ -> {}
      case Not(Formula of) -> collect(of, outcomes, names);
      case And(Formula left, Formula right) -> {
        collect(left, outcomes, names);
        collect(right, outcomes, names);
      }
      case Choice(Formula when, Formula then, Formula otherwise) -> {
        collect(when, outcomes, names);
        collect(then, outcomes, names);
        collect(otherwise, outcomes, names);
      }
      case Atom(List<Answer> answers) ->
          answers.stream()
              .filter(answer -> (answer.outcome() & outcomes) != 0)
              .flatMap(answer -> answer.needs().stream())
              .forEach(need -> names.add(need.of().name()));
    }
  }
}
