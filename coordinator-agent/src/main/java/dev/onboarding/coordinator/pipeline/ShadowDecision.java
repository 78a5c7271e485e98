package dev.onboarding.coordinator.pipeline;

import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the rule set in the shadow decided; recorded, and never acted on. It holds no text, so it
/// names nobody.
///
/// @param verdict null when it failed
/// @param rows the rows that fired
/// @param failure why it decided nothing; null when it did
public record ShadowDecision(
    String digest, @Nullable Verdict verdict, List<String> rows, @Nullable String failure) {

  public ShadowDecision {
    rows = List.copyOf(rows);
  }

  static ShadowDecision of(Decision decision) {
    return new ShadowDecision(
        decision.ruleSetDigest(),
        decision.verdict(),
        decision.fired().stream().map(FiredRow::rule).distinct().toList(),
        null);
  }

  static ShadowDecision failed(String digest, String why) {
    return new ShadowDecision(digest, null, List.of(), why);
  }
}
