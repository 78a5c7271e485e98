package dev.onboarding.coordinator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.Domain;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainPolicyTests {

  private static final int ACCOUNTS = 10_000;

  @Test
  void agreesWithTheRuleSetOnTenThousandAccounts() {
    RuleSet policy = RuleSet.onboardingPolicy();
    Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);

    for (long seed = 0; seed < ACCOUNTS; seed++) {
      Assessments assessments = AnyAccount.of(seed).assessments();
      Decision decision = policy.decide(assessments, Contexts.PLAIN);
      Map<Domain, Tier> plain = PlainPolicy.judge(assessments);

      assertThat(gravest(decision)).as("account of seed %d", seed).isEqualTo(plain);
      assertThat(decision.verdict()).isEqualTo(PlainPolicy.verdict(plain));
      seen.merge(decision.verdict(), 1, Integer::sum);
    }

    assertThat(seen).hasSize(3).allSatisfy((_, count) -> assertThat(count).isGreaterThan(500));
  }

  static Map<Domain, Tier> gravest(Decision decision) {
    Map<Domain, Tier> gravest = new EnumMap<>(Domain.class);
    for (FiredRow row : decision.fired()) {
      gravest.merge(
          row.domain(), row.tier(), (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }
    return gravest;
  }
}
