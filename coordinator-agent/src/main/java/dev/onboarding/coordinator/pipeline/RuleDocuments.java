package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.govern.DocumentKind;
import dev.onboarding.coordinator.govern.DocumentReader;
import dev.onboarding.coordinator.govern.DocumentRefused;
import dev.onboarding.coordinator.rule.RuleProblem;
import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.coordinator.rule.RuleSetRefused;

/// Rule sets as documents that people put in force.
final class RuleDocuments implements DocumentReader {

  @Override
  public DocumentKind kind() {
    return DocumentKind.RULES;
  }

  @Override
  public Identity read(String name, String content) {
    try {
      var rules = RuleSet.load(name, content);
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
