package dev.onboarding.coordinator;

import dev.onboarding.coordinator.run.Known;
import dev.onboarding.coordinator.run.Pipeline;
import dev.onboarding.coordinator.run.Planned;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Ends executions of chosen runs at chosen steps as the loss of the process would: nothing that
/// was not committed is left, and the scheduler starts the execution again.
public final class Interruptions implements BeanPostProcessor {

  /// Where an execution ends.
  public enum Point {
    BEFORE_THE_CALL,
    AFTER_THE_CALL,
    /// first as soon as the outcome stands, then where the repeated execution finds it
    AFTER_THE_RECORD
  }

  private final Map<String, Interruption> planned = new ConcurrentHashMap<>();

  private record Interruption(String step, Point point, AtomicInteger left) {}

  /// The run of that correlation id is interrupted so often.
  public void plan(String correlation, String step, Point point, int times) {
    planned.put(correlation, new Interruption(step, point, new AtomicInteger(times)));
  }

  /// How often it was not interrupted yet.
  public int left(String correlation) {
    return planned.get(correlation).left().get();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof Pipeline(var lines, var cancelled)
        ? new Pipeline(interruptible(lines), interruptible(cancelled))
        : bean;
  }

  private List<Planned> interruptible(List<Planned> lines) {
    return lines.stream()
        .map(line ->
            line instanceof Planned.Perform(var in, var when, var step, var undo)
                ? new Planned.Perform(
                    in,
                    known -> met(known, step.name()) && when.test(known),
                    new Interruptible<>(step),
                    undo == null ? null : new Interruptible<>(undo))
                : line)
        .toList();
  }

  /// An execution that meets a recorded step repeats what an earlier one did.
  private boolean met(Known known, StepName<?> step) {
    if (known.outcome(step).isPresent()) {
      maybe(known.run(), step, Point.AFTER_THE_RECORD);
    }
    return true;
  }

  private boolean isPlanned(Run run, StepName<?> step, Point point) {
    var interruption = planned.get(run.correlationId());
    return interruption != null
        && interruption.step().equals(step.value())
        && interruption.point() == point;
  }

  private void maybe(Run run, StepName<?> step, Point point) {
    if (isPlanned(run, step, point)
        && planned.get(run.correlationId()).left().getAndUpdate(left -> Math.max(0, left - 1))
            > 0) {
      throw new DataAccessResourceFailureException("interrupted " + point);
    }
  }

  private final class Interruptible<T> implements Step<T> {

    private final Step<T> step;

    private Interruptible(Step<T> step) {
      this.step = step;
    }

    @Override
    public StepName<T> name() {
      return step.name();
    }

    @Override
    public Set<String> upstreams() {
      return step.upstreams();
    }

    @Override
    public boolean callsOut(Known known, Instant now) {
      return step.callsOut(known, now);
    }

    @Override
    public StepResult<T> perform(StepContext context) {
      maybe(context.run(), name(), Point.BEFORE_THE_CALL);
      var result = step.perform(context);
      maybe(context.run(), name(), Point.AFTER_THE_CALL);
      return result;
    }

    @Override
    public Optional<Runnable> alongside(StepContext context, T outcome) {
      return isPlanned(context.run(), name(), Point.AFTER_THE_RECORD)
          ? Optional.of(() -> interruptedAfter(context, outcome))
          : step.alongside(context, outcome);
    }

    private void interruptedAfter(StepContext context, T outcome) {
      step.alongside(context, outcome).ifPresent(Runnable::run);
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              maybe(context.run(), name(), Point.AFTER_THE_RECORD);
            }
          });
    }
  }
}
