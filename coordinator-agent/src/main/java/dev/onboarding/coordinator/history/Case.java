package dev.onboarding.coordinator.history;

import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.RunContext;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Assessments;
import java.util.List;

/// A decision that was made once and is to be made again: what was known, without anybody's name,
/// and what follows from it.
///
/// @param name for people, and the name of the file
/// @param ruleSet the version that decided when the case was kept
public record Case(
    String format,
    String name,
    String ruleSet,
    RunContext context,
    Assessments assessments,
    Expected expected) {

  static final String FORMAT = "onboarding-case/1";

  /// What must come out of it.
  public record Expected(Verdict verdict, List<Row> rows) {

    public Expected {
      rows = List.copyOf(rows);
    }

    static Expected of(Decision decision) {
      return new Expected(
          decision.verdict(), decision.fired().stream().map(Row::of).sorted().toList());
    }
  }

  /// A row that fires.
  public record Row(String rule, Tier tier) implements Comparable<Row> {

    static Row of(FiredRow row) {
      return new Row(row.rule(), row.tier());
    }

    @Override
    public int compareTo(Row other) {
      int byRule = rule.compareTo(other.rule);
      return byRule == 0 ? tier.compareTo(other.tier) : byRule;
    }
  }

  /// What comes out of it under a rule set.
  public Expected under(RuleSet rules) {
    return Expected.of(rules.decide(assessments, context));
  }
}
