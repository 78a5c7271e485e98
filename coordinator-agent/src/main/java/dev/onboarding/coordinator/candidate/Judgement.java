package dev.onboarding.coordinator.candidate;

import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.decision.Verdict;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A decision as far as two are compared: the verdict, and which rows came to it.
record Judgement(Verdict verdict, List<Fired> fired) {

  Judgement {
    fired = List.copyOf(fired);
  }

  /// A row that fired.
  record Fired(String rule, Tier tier) {

    boolean stops() {
      return tier != Tier.NOTE;
    }
  }

  static Judgement of(Decision decision) {
    return new Judgement(
        decision.verdict(), decision.fired().stream().map(Judgement::fired).toList());
  }

  private static Fired fired(FiredRow row) {
    return new Fired(row.rule(), row.tier());
  }

  /// Rows that fire here and not there.
  Set<String> beyond(Judgement other) {
    var more = new TreeSet<>(rules());
    more.removeAll(other.rules());
    return more;
  }

  private Set<String> rules() {
    var rules = new TreeSet<String>();
    fired.forEach(row -> rules.add(row.rule()));
    return rules;
  }
}
