package dev.onboarding.adviser;

import dev.onboarding.adviser.ask.Origin;
import java.util.List;

/// Advice for people: risk with its business impact, a summary, what to do next, and each failure
/// in plain words.
///
/// @param source `fallback`, or the models and prompt versions that wrote it, for example `openai
///   gpt-4o-mini risk-1, summary-1; fallback`
/// @param timeToResolve how long it usually takes until the customer can go on, in words
/// @param actions most urgent first
/// @param origins where each piece comes from and what it took; empty in advice that was recorded
///   before there were models
public record Advice(
    String source,
    RiskLevel riskLevel,
    String businessImpact,
    String timeToResolve,
    String summary,
    List<Action> actions,
    List<ExplainedFailure> failures,
    List<Origin> origins) {

  public Advice {
    actions = List.copyOf(actions);
    failures = List.copyOf(failures);
    origins = origins == null ? List.of() : List.copyOf(origins);
  }

  /// Whether any of it is a model's words.
  public boolean fromModel() {
    return origins.stream().anyMatch(Origin::fromModel);
  }

  /// One next step.
  ///
  /// @param priority 1 is the most urgent
  public record Action(String title, Team owner, int priority) {}

  /// A failure as a person outside engineering would tell it.
  ///
  /// @param where the domain or step that failed
  /// @param errorType one of the kinds of failure, in lower case
  public record ExplainedFailure(
      String where,
      String errorType,
      String errorCode,
      String explanation,
      String resolution,
      String owner) {}
}
