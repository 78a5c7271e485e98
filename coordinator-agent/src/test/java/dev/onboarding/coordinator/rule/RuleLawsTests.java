package dev.onboarding.coordinator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.LinkFinding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RuleLawsTests {

  private static final RuleSet POLICY = RuleSet.onboardingPolicy();
  private static final RuleSet LOADED_AGAIN = RuleSet.onboardingPolicy();
  private static final List<Cell> CONCERNS =
      Stream.concat(CustomerCells.cells(), MoneyCells.cells()).toList();

  @Property
  void theSameAssessmentsGiveTheSameDecision(@ForAll long seed) {
    Assessments assessments = AnyAccount.of(seed).assessments();

    assertThat(POLICY.decide(assessments, Contexts.PLAIN))
        .isEqualTo(POLICY.decide(assessments, Contexts.PLAIN));
    assertThat(LOADED_AGAIN.decide(AnyAccount.of(seed).assessments(), Contexts.PLAIN))
        .isEqualTo(POLICY.decide(assessments, Contexts.PLAIN));
  }

  @Property
  void theOrderOfFindingsDoesNotMatter(@ForAll long seed) {
    SoundAccount account = AnyAccount.of(seed);
    List<LinkFinding> links = new ArrayList<>(account.assessments().link().findings());
    Collections.shuffle(links, new Random(seed));

    Decision shuffled =
        POLICY.decide(
            account.links(links.toArray(LinkFinding[]::new)).assessments(), Contexts.PLAIN);

    assertThat(shuffled)
        .isEqualTo(
            POLICY.decide(
                account
                    .links(account.assessments().link().findings().toArray(LinkFinding[]::new))
                    .assessments(),
                Contexts.PLAIN));
  }

  @Property
  void oneMoreFindingNeverMakesTheDecisionMilder(@ForAll long seed, @ForAll long other) {
    List<LinkFinding> more = new ArrayList<>(AnyAccount.of(seed).assessments().link().findings());
    SoundAccount account = AnyAccount.of(other).links(more.toArray(LinkFinding[]::new));
    Verdict before = POLICY.decide(account.assessments(), Contexts.PLAIN).verdict();

    more.addAll(AnyAccount.of(seed + 1).assessments().link().findings());
    Verdict after =
        POLICY
            .decide(account.links(more.toArray(LinkFinding[]::new)).assessments(), Contexts.PLAIN)
            .verdict();

    assertThat(after).isGreaterThanOrEqualTo(before);
  }

  /// A concern spoils what the account has, so it is added to any account that still has findings.
  @Property
  void oneMoreConcernNeverMakesTheDecisionMilder(
      @ForAll List<@IntRange(max = 60) Integer> concerns, @ForAll @IntRange(max = 60) int oneMore) {
    SoundAccount account = SoundAccount.sound();
    for (int concern : concerns) {
      account = spoilt(account, concern);
    }
    Verdict before = POLICY.decide(account.assessments(), Contexts.PLAIN).verdict();

    Verdict after = POLICY.decide(spoilt(account, oneMore).assessments(), Contexts.PLAIN).verdict();

    assertThat(after).isGreaterThanOrEqualTo(before);
  }

  private static SoundAccount spoilt(SoundAccount account, int concern) {
    Cell cell = CONCERNS.get(concern % CONCERNS.size());
    boolean replacesFindings =
        cell.rule().startsWith("LNK")
            || account.answers().values().stream()
                .anyMatch(answer -> answer.findings().isEmpty() && answer.domain() != Domain.LINK);
    return replacesFindings ? account : cell.broken().apply(account);
  }
}
