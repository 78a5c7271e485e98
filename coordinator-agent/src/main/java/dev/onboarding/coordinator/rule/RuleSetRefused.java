package dev.onboarding.coordinator.rule;

import java.util.List;
import java.util.stream.Collectors;

/// A rule file that was not loaded, with everything that is wrong in it.
public final class RuleSetRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<RuleProblem> problems;

  RuleSetRefused(List<RuleProblem> problems) {
    super(
        problems.stream()
            .map(RuleProblem::toString)
            .collect(Collectors.joining("\n  ", "The rule set was refused:\n  ", "")));
    this.problems = List.copyOf(problems);
  }

  public List<RuleProblem> problems() {
    return problems;
  }
}
