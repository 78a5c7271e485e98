package dev.onboarding.coordinator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Assessment.Outcome;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.LinkFinding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RuleLawsTests {

  private static final RuleSet POLICY = RuleSet.onboardingPolicy();
  private static final RuleSet LOADED_AGAIN = RuleSet.onboardingPolicy();
  private static final List<Cell> CONCERNS =
      Stream.concat(CustomerCells.cells(), MoneyCells.cells()).toList();

  @Property(tries = 100)
  void theSameAssessmentsGiveTheSameDecision(@ForAll long seed) {
    Assessments assessments = AnyAccount.of(seed).assessments();

    assertThat(POLICY.decide(assessments, Contexts.PLAIN))
        .isEqualTo(POLICY.decide(assessments, Contexts.PLAIN));
    assertThat(LOADED_AGAIN.decide(AnyAccount.of(seed).assessments(), Contexts.PLAIN))
        .isEqualTo(POLICY.decide(assessments, Contexts.PLAIN));
  }

  @Property(tries = 100)
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

  @Property(tries = 100)
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
  @Property(tries = 100)
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

  @Property(tries = 100)
  void everyAccountGetsADecision(@ForAll long seed, @ForAll @IntRange(min = 1) int attempt) {
    Decision decision = POLICY.decide(AnyAccount.of(seed).assessments(), Contexts.attempt(attempt));

    assertThat(decision.verdict()).isEqualTo(verdict(decision));
  }

  @Property(tries = 100)
  void aDomainThatFailsOrSaysNothingBlocks(@ForAll long seed, @ForAll Domain domain) {
    var failure = Failure.of(ErrorType.NETWORK, "DOWN", null, "Away.");

    assertThat(verdict(AnyAccount.of(seed).failed(domain, failure))).isEqualTo(Verdict.BLOCK);
    if (domain != Domain.LINK) {
      assertThat(verdict(AnyAccount.of(seed).silent(domain))).isEqualTo(Verdict.BLOCK);
    }
  }

  /// Rule sets of any choice of the policy's rows, in any order.
  @Property(tries = 8)
  void theOrderOfRowsDoesNotMatterAndMoreRowsAreNeverMilder(@ForAll long seed) {
    List<Row> rows = new ArrayList<>(POLICY.rows());
    Collections.shuffle(rows, new Random(seed));
    List<Row> some = rows.subList(0, 1 + new Random(seed).nextInt(rows.size()));
    List<Row> shuffled = new ArrayList<>(some);
    Collections.shuffle(shuffled, new Random(seed + 1));
    RuleSet one = set(some);
    RuleSet other = set(shuffled);
    RuleSet all = set(rows);

    for (long account = seed; account < seed + 20; account++) {
      Assessments assessments = AnyAccount.of(account).assessments();
      Decision decision = one.decide(assessments, Contexts.PLAIN);
      assertThat(Set.copyOf(other.decide(assessments, Contexts.PLAIN).fired()))
          .isEqualTo(Set.copyOf(decision.fired()));
      // What was not judged may lose its reason with a row, and that is a warning.
      boolean allJudged =
          assessments.all().stream().noneMatch(each -> each.outcome() == Outcome.NOT_JUDGED);
      if (allJudged) {
        assertThat(all.decide(assessments, Contexts.PLAIN).verdict())
            .isGreaterThanOrEqualTo(decision.verdict());
      }
    }
  }

  private static RuleSet set(List<Row> rows) {
    StringBuilder yaml = new StringBuilder("version: \"1\"\nrows:\n");
    for (Row row : rows) {
      yaml.append(
              "  - id: %s\n    on: %s\n    when: >-\n      %s\n"
                  .formatted(row.id(), row.on(), row.when()))
          .append("    tier: %s\n    says: x\n    owner: x\n    remedy: x\n".formatted(row.tier()));
    }
    return RuleSet.restore("some.yaml", yaml.toString());
  }

  private static Verdict verdict(SoundAccount account) {
    return POLICY.decide(account.assessments(), Contexts.PLAIN).verdict();
  }

  private static Verdict verdict(Decision decision) {
    if (!decision.fired(Tier.VIOLATION).isEmpty()) {
      return Verdict.BLOCK;
    }
    return decision.fired(Tier.WARNING).isEmpty() ? Verdict.PROCEED : Verdict.ESCALATE;
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
