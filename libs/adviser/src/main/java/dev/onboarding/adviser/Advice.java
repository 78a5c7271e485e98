package dev.onboarding.adviser;

import java.util.List;

/// Advice for people: risk with its business impact, a summary, what to do next, and each failure
/// in plain words.
///
/// @param source `fallback`, or the model and prompt version that wrote it
/// @param timeToResolve how long it usually takes until the customer can go on, in words
/// @param actions most urgent first
public record Advice(
    String source,
    RiskLevel riskLevel,
    String businessImpact,
    String timeToResolve,
    String summary,
    List<Action> actions,
    List<ExplainedFailure> failures) {

  public Advice {
    actions = List.copyOf(actions);
    failures = List.copyOf(failures);
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
