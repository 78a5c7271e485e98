package dev.onboarding.coordinator.rule;

import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Domain;
import java.util.function.UnaryOperator;

/// One cell of the policy, just broken and just sound.
record Cell(
    String rule,
    Verdict verdict,
    UnaryOperator<SoundAccount> broken,
    UnaryOperator<SoundAccount> sound) {

  static Cell missing(String rule, Verdict verdict, Domain domain, String component) {
    return cell(rule, verdict, account -> account.with(domain, component, null));
  }

  static Cell cell(String rule, Verdict verdict, UnaryOperator<SoundAccount> broken) {
    return cell(rule, verdict, broken, UnaryOperator.identity());
  }

  static Cell cell(
      String rule,
      Verdict verdict,
      UnaryOperator<SoundAccount> broken,
      UnaryOperator<SoundAccount> sound) {
    return new Cell(rule, verdict, broken, sound);
  }

  @Override
  public String toString() {
    return rule + " " + verdict;
  }
}
