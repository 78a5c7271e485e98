package dev.onboarding.coordinator.rule;

import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.RunContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A decision with its reasons, as the rule set gives them again from the record.
///
/// @param rows every row that fired, in the decision's order
/// @param wayOut what would turn it into PROCEED; null when it is that already, or when no change
///   of the facts that the rows ask for is found that does
public record Explained(
    Decision decision, RunContext context, List<ExplainedRow> rows, @Nullable WayOut wayOut) {

  public Explained {
    rows = List.copyOf(rows);
  }
}
