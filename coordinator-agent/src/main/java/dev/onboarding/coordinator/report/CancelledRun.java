package dev.onboarding.coordinator.report;

import dev.onboarding.coordinator.report.ReportInput.RunFacts;
import dev.onboarding.coordinator.report.ReportInput.StateChange;
import dev.onboarding.coordinator.report.ReportInput.Version;
import java.util.List;

/// What can be said of a run that a person cancelled before it was judged.
///
/// @param person who cancelled it
/// @param timeline the states of the run, oldest first
public record CancelledRun(
    RunFacts run,
    String person,
    String reason,
    List<StateChange> timeline,
    List<Version> versions) {

  public CancelledRun {
    timeline = List.copyOf(timeline);
    versions = List.copyOf(versions);
  }
}
