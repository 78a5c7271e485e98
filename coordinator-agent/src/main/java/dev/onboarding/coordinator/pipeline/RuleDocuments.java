package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.govern.DocumentKind;
import dev.onboarding.coordinator.govern.DocumentReader;
import dev.onboarding.coordinator.govern.DocumentRefused;
import dev.onboarding.coordinator.rule.RuleProblem;
import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.coordinator.rule.RuleSetRefused;
import java.util.function.Supplier;

/// Rule sets as documents that people put in force.
final class RuleDocuments implements DocumentReader {

  @Override
  public DocumentKind kind() {
    return DocumentKind.RULES;
  }

  @Override
  public Identity read(String name, String content) {
    return read(() -> RuleSet.load(name, content));
  }

  @Override
  public Identity readAgain(String name, String content) {
    return read(() -> RuleSet.restore(name, content));
  }

  private static Identity read(Supplier<RuleSet> reading) {
    try {
      var rules = reading.get();
      return new Identity(rules.version(), rules.digest());
    } catch (RuleSetRefused refused) {
      throw new DocumentRefused(refused.problems().stream().map(RuleProblem::toString).toList());
    }
  }

  @Override
  public String shipped() {
    return RuleSet.onboardingPolicyText();
  }
}
