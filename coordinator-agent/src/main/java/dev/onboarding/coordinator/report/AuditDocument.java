package dev.onboarding.coordinator.report;

import dev.onboarding.adviser.Advice;
import dev.onboarding.coordinator.rule.Explained;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.finding.Assessments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run as an auditor's tools read it: everything the decision rests on, in one document.
///
/// @param format changes when the shape does
record AuditDocument(
    String format,
    ReportInput.RunFacts run,
    Decision decision,
    @Nullable Explained explained,
    Assessments assessments,
    Advice advice,
    List<ReportInput.StateChange> timeline,
    List<ReportInput.Effect> effects,
    ReportInput.@Nullable Tenant tenant,
    List<ReportInput.Task> tasks,
    List<ReportInput.Version> versions) {

  static AuditDocument of(ReportInput input) {
    return new AuditDocument(
        "onboarding-audit/1",
        input.run(),
        input.decision(),
        input.explained(),
        input.assessments(),
        input.advice(),
        input.timeline(),
        input.effects(),
        input.tenant(),
        input.tasks(),
        input.versions());
  }
}
