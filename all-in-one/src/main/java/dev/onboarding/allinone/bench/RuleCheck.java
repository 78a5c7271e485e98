package dev.onboarding.allinone.bench;

import dev.onboarding.coordinator.rule.RuleSet;
import java.util.List;

/// How long it takes to check a large rule file as a whole.
final class RuleCheck implements InProcess {

  private static final int ROWS = 500;
  private static final double GOAL_SECONDS = 1;

  @Override
  public String name() {
    return "rule-check";
  }

  @Override
  public List<Figure> figures(int rounds) {
    String large = SampleRules.atLeast(ROWS);
    String shipped = RuleSet.onboardingPolicyText();
    int rows = RuleSet.onboardingPolicy().rows().size();
    double seconds = InProcess.seconds(rounds, () -> RuleSet.load("large", large));
    double reference = InProcess.seconds(rounds, () -> RuleSet.load("shipped", shipped));
    return List.of(
        new Figure(
            "checking a set of %d rows, processor time".formatted(ROWS),
            "%.0f ms".formatted(seconds * 1000),
            "%.0f ms for the %d rows shipped".formatted(reference * 1000, rows),
            Numbers.tenths(seconds / reference),
            "< %.0f s".formatted(GOAL_SECONDS),
            seconds < GOAL_SECONDS));
  }
}
