package dev.onboarding.coordinator.assistant;

import dev.onboarding.coordinator.api.RunDetail;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.FiredRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a run was decided as it was: every row that applied, and what people are advised.
///
/// @param summary of the advice; null when there is none yet
record Explanation(
    String runId,
    String verdict,
    String ruleSet,
    List<Reason> reasons,
    @Nullable String riskLevel,
    @Nullable String summary) {

  Explanation {
    reasons = List.copyOf(reasons);
  }

  static Explanation of(RunDetail run, Decision decision) {
    var advice = run.advice();
    return new Explanation(
        run.runId(),
        decision.verdict().toString(),
        decision.ruleSet(),
        decision.fired().stream().map(Reason::of).toList(),
        advice == null ? null : advice.riskLevel().toString(),
        advice == null ? null : advice.summary());
  }

  /// One row of the rule set that applied.
  record Reason(String rule, String domain, String tier, String says, String owner, String remedy) {

    static Reason of(FiredRow row) {
      return new Reason(
          row.rule(),
          row.domain().toString(),
          row.tier().toString(),
          row.says(),
          row.owner(),
          row.remedy());
    }
  }
}
