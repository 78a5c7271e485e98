package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Known;
import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import java.time.Instant;

/// Writes the report before the run comes to rest: as rows, and as files.
final class WriteReport implements Step<Written> {

  private final StepName<Written> name;
  private final RunState resting;
  private final ReportDesk desk;

  /// @param resting the state the run is about to rest in, which the report tells
  WriteReport(String name, RunState resting, ReportDesk desk) {
    this.name = new StepName<>(name, Written.class);
    this.resting = resting;
    this.desk = desk;
  }

  @Override
  public StepName<Written> name() {
    return name;
  }

  @Override
  public boolean callsOut(Known known, Instant now) {
    return false;
  }

  @Override
  public StepResult<Written> perform(StepContext context) {
    return StepResult.done(desk.write(context.known(), resting, context.now()));
  }
}
