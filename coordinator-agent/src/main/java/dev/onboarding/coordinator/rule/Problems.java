package dev.onboarding.coordinator.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Gathers everything that is wrong in one file, so that its author sees it at once.
final class Problems {

  private final String file;
  private final List<RuleProblem> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(int line, String message) {
    found.add(new RuleProblem(file, line, message));
  }

  int count() {
    return found.size();
  }

  void refuseIfAny() {
    if (!found.isEmpty()) {
      throw new RuleSetRefused(
          found.stream().sorted(Comparator.comparingInt(RuleProblem::line)).toList());
    }
  }
}
