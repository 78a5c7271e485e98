package dev.onboarding.coordinator.report;

import java.util.List;

/// What the templates print: text only, already made harmless for one kind of target.
///
/// @param tone `proceed`, `escalate` or `block`, for colours
/// @param link address of the run; empty when there is none
/// @param domains one for each domain, in the order in which they are established
record ReportView(
    String title,
    String account,
    String verdict,
    String headline,
    String tone,
    String run,
    String correlation,
    String link,
    List<Line> facts,
    List<Fired> fired,
    ReasonsView reasons,
    AdviceView advice,
    List<DomainView> domains,
    List<Line> timeline,
    List<Line> tenant,
    List<TaskView> tasks,
    List<EffectView> effects,
    List<Line> versions) {

  /// A label and what it says.
  record Line(String label, String value) {}

  /// A row of the rule set that fired.
  record Fired(String rule, String domain, String tier, String says, String owner, String remedy) {}

  /// What would change the decision, and what each row saw.
  ///
  /// @param wayOut empty when there is none
  record ReasonsView(String wayOut, List<Reason> rows) {}

  /// Why a row fired.
  ///
  /// @param facts each with its value and the fields it comes from
  /// @param read where the record was read
  record Reason(String rule, List<Line> facts, List<String> read) {}

  /// Advice, for people.
  record AdviceView(
      String source,
      String risk,
      String businessImpact,
      String timeToResolve,
      String summary,
      List<ActionView> actions,
      List<FailureView> failures) {}

  /// One next step.
  record ActionView(String priority, String title, String owner) {}

  /// A failure in plain words.
  record FailureView(
      String where, String code, String explanation, String resolution, String owner) {}

  /// One domain's answer.
  ///
  /// @param text why it was not judged, or what failed; empty when it was judged
  record DomainView(
      String name,
      String outcome,
      String text,
      List<String> sentences,
      List<EvidenceView> evidence) {}

  /// Where a finding comes from.
  record EvidenceView(
      String system, String record, String tool, String call, String readAt, String digest) {}

  /// One task of the checklist.
  record TaskView(String number, String title, String owner, String state, String due) {}

  /// Something done outside.
  record EffectView(String step, String outcome, String at, String key) {}
}
