package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Known;
import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import java.time.Instant;
import java.util.function.Function;

/// Writes the report before the run comes to rest: as rows, and as files.
final class WriteReport implements Step<Written> {

  private final StepName<Written> name;
  private final Function<StepContext, Written> writing;

  private WriteReport(String name, Function<StepContext, Written> writing) {
    this.name = new StepName<>(name, Written.class);
    this.writing = writing;
  }

  /// @param resting the state the run is about to rest in, which the report tells
  static WriteReport judged(String name, RunState resting, ReportDesk desk) {
    return new WriteReport(name, context -> desk.write(context.known(), resting, context.now()));
  }

  static WriteReport cancelled(String name, ReportDesk desk) {
    return new WriteReport(name, context -> desk.writeCancelled(context.known(), context.now()));
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
    return StepResult.done(writing.apply(context));
  }
}
