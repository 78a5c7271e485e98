package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import dev.onboarding.model.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Waits for a person's answer: reminds on the ladder, looks now and then whether the findings are
/// still those that were shown, and gives up in the end. Its failures are no failures of the run.
final class AwaitAnswer implements Step<Awaited> {

  private static final Logger LOG = LoggerFactory.getLogger(AwaitAnswer.class);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

  private final ReadAgain again;
  private final Reminding reminding;
  private final WaitingSettings settings;

  AwaitAnswer(ReadAgain again, Reminding reminding, WaitingSettings settings) {
    this.again = again;
    this.reminding = reminding;
    this.settings = settings;
  }

  /// Tells people that an answer is still missing.
  interface Reminding {

    /// @param rung of the ladder; each is told once
    void remind(StepContext context, int rung, Instant expiry);
  }

  @Override
  public StepName<Awaited> name() {
    return StepNames.AWAIT_ANSWER;
  }

  @Override
  public StepResult<Awaited> perform(StepContext context) {
    if (context.tries() == 1) {
      return waiting(context);
    }
    if (!context.now().isBefore(expiry(context))) {
      return StepResult.done(Awaited.timeIsUp());
    }
    try {
      var differences = again.differences(context.known(), context.now());
      if (!differences.isEmpty()) {
        return StepResult.done(Awaited.changed(differences));
      }
      remind(context);
      return waiting(context);
    } catch (FailureException failed) {
      LOG.warn("Waiting for an answer of run {}: {}", context.run().id(), failed.getMessage());
      return StepResult.waiting(RunState.WAITING_APPROVAL, AFTER_FAILURE);
    }
  }

  private void remind(StepContext context) {
    long due =
        settings.reminders().stream()
            .filter(rung -> !context.now().isBefore(context.firstTried().plus(rung)))
            .count();
    if (due > 0) {
      reminding.remind(context, Math.toIntExact(due), expiry(context));
    }
  }

  private Instant expiry(StepContext context) {
    return context.firstTried().plus(settings.approvalExpiry());
  }

  /// Until whatever comes first: the next rung, the next look, or the end.
  private StepResult<Awaited> waiting(StepContext context) {
    var rungs = settings.reminders().stream().map(context.firstTried()::plus);
    var next =
        Stream.concat(rungs, List.of(context.now().plus(settings.look()), expiry(context)).stream())
            .filter(context.now()::isBefore)
            .min(Instant::compareTo)
            .orElse(expiry(context));
    return StepResult.waiting(RunState.WAITING_APPROVAL, Duration.between(context.now(), next));
  }
}
