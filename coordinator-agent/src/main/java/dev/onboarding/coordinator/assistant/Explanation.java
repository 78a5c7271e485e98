package dev.onboarding.coordinator.assistant;

import dev.onboarding.coordinator.api.RunDetail;
import dev.onboarding.coordinator.rule.Explained;
import dev.onboarding.coordinator.rule.ExplainedRow;
import dev.onboarding.coordinator.rule.SeenFact;
import dev.onboarding.model.finding.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a run was decided as it was: every row that applied, what would change the decision, and
/// what people are advised.
///
/// @param wayOut what together would let it proceed, judged again with these facts; null when it
///   proceeds already or none is found
/// @param summary of the advice; null when there is none yet
record Explanation(
    String runId,
    String verdict,
    String ruleSet,
    List<Reason> reasons,
    @Nullable String wayOut,
    @Nullable String riskLevel,
    @Nullable String summary) {

  Explanation {
    reasons = List.copyOf(reasons);
  }

  static Explanation of(RunDetail run, Explained explained) {
    var advice = run.advice();
    var wayOut = explained.wayOut();
    return new Explanation(
        run.runId(),
        explained.decision().verdict().toString(),
        explained.decision().ruleSet(),
        explained.rows().stream().map(Reason::of).toList(),
        wayOut == null ? null : wayOut.sentence(),
        advice == null ? null : advice.riskLevel().toString(),
        advice == null ? null : advice.summary());
  }

  /// One row of the rule set that applied.
  ///
  /// @param condition empty when the facts were erased since
  record Reason(
      String rule,
      String domain,
      String tier,
      String says,
      String owner,
      String remedy,
      String condition,
      List<Saw> facts,
      List<Read> evidence) {

    Reason {
      facts = List.copyOf(facts);
      evidence = List.copyOf(evidence);
    }

    static Reason of(ExplainedRow row) {
      return new Reason(
          row.rule(),
          row.domain().toString(),
          row.tier().toString(),
          row.says(),
          row.owner(),
          row.remedy(),
          row.condition(),
          row.facts().stream().map(Saw::of).toList(),
          row.evidence().stream().map(Read::of).toList());
    }
  }

  /// A fact as the row saw it; without a value it was confirmed absent.
  record Saw(String fact, @Nullable String value, String unit) {

    static Saw of(SeenFact fact) {
      return new Saw(fact.name(), fact.value(), fact.unit());
    }
  }

  /// Where the facts were read.
  ///
  /// @param call the id under which the call stands in the audit
  record Read(String system, String record, String tool, @Nullable String call, String readAt) {

    static Read of(Evidence evidence) {
      return new Read(
          evidence.system(),
          evidence.record(),
          evidence.tool(),
          evidence.call(),
          evidence.readAt().toString());
    }
  }
}
