package dev.onboarding.coordinator.run;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One execution of one run along the pipeline: intent in one transaction, the call with none open,
/// the outcome in another.
final class Passage {

  private static final Logger LOG = LoggerFactory.getLogger(Passage.class);

  private final RunBook book;
  private final RetryPolicy retries;
  private final Clock clock;
  private Run run;

  Passage(RunBook book, RetryPolicy retries, Clock clock, Run claimed) {
    this.book = book;
    this.retries = retries;
    this.clock = clock;
    this.run = claimed;
  }

  /// @throws LostLeaseException when another execution has taken the run over
  /// @throws RuntimeException when our own store cannot be used now
  Next along(List<Planned> pipeline) {
    try {
      return follow(pipeline);
    } catch (LostLeaseException taken) {
      throw taken;
    } catch (RuntimeException failure) {
      // When the process stops, the execution is started again, here or elsewhere.
      if (Thread.currentThread().isInterrupted() || StoreFailures.passByThemselves(failure)) {
        throw failure;
      }
      LOG.error("Run {} stopped on a defect and is parked", run.id(), failure);
      return park(StoreFailures.isOne(failure) ? unstorable(failure) : defectFailure());
    }
  }

  private Next follow(List<Planned> pipeline) {
    var known = new Known(run, book.recorded(run), book.approval(run).orElse(null));
    for (var planned : pipeline) {
      switch (carryOut(planned, known)) {
        case Progress.Recorded on -> known = on.known();
        case Progress.Halted halted -> {
          return halted.next();
        }
      }
    }
    throw new IllegalStateException("The pipeline ends nowhere");
  }

  private Progress carryOut(Planned planned, Known known) {
    if (!planned.when().test(known)) {
      return new Progress.Recorded(known);
    }
    return switch (planned) {
      case Planned.Stop stop -> new Progress.Halted(rest(stop.in()));
      case Planned.Perform line when known.recorded().has(line.step().name()) ->
          new Progress.Recorded(known);
      case Planned.Perform line -> perform(line.in(), line.step(), known);
    };
  }

  private Next rest(RunState state) {
    if (run.state() != state) {
      run = book.move(run, state, null, null);
    }
    LOG.info("Run {} is {}", run.id(), state);
    return Next.rest();
  }

  private <T> Progress perform(RunState state, Step<T> step, Known known) {
    var intent = book.intend(run, state, step.name());
    run = intent.run();
    var context =
        new StepContext(
            known.in(run), intent.key(), intent.tries(), intent.firstTried(), clock.instant());
    try {
      return switch (step.perform(context)) {
        case StepResult.Done<T>(var outcome) -> {
          var recorded = book.done(step, context, outcome);
          yield new Progress.Recorded(
              context.known().with(known.recorded().with(step.name(), recorded)));
        }
        case StepResult.Waiting<T>(var waitIn, var delay) -> {
          var until = clock.instant().plus(delay);
          run = book.waiting(run, step.name(), waitIn, until);
          yield new Progress.Halted(Next.again(until));
        }
      };
    } catch (FailureException failed) {
      return new Progress.Halted(afterFailure(step.name(), failed));
    }
  }

  private Next afterFailure(StepName<?> step, FailureException failed) {
    int failures = book.failed(run, step, failed.failure());
    var delay = retries.delay(failed, failures);
    LOG.warn("Step {} failed, {} in a row: {}", step, failures, failed.getMessage());
    return delay
        .map(clock.instant()::plus)
        .map(at -> {
          run = book.move(run, RunState.WAITING_UPSTREAM, failed.failure(), at);
          return Next.again(at);
        })
        .orElseGet(() -> park(failed.failure()));
  }

  private Next park(Failure failure) {
    run = book.move(run, RunState.PARKED, failure, null);
    LOG.error("Run {} is PARKED: {}", run.id(), failure.message());
    return Next.rest();
  }

  /// The same would be refused again, so nobody is asked for it again.
  private static Failure unstorable(RuntimeException failure) {
    return new Failure(
        ErrorType.VALIDATION,
        "RECORD_NOT_STORABLE",
        null,
        "The database refused what was to be recorded of the run (SQL state %s); the log has the details."
            .formatted(StoreFailures.sqlState(failure)),
        "Correct the record in the system it was read from, or repair the defect; then resume the run, or cancel it.",
        "Data Admin");
  }

  private static Failure defectFailure() {
    return new Failure(
        ErrorType.SERVER_ERROR,
        "INTERNAL_DEFECT",
        null,
        "The run stopped on a defect of this system; its log has the details.",
        "Repair the defect, then resume the run, or cancel it.",
        "Support Team");
  }

  /// How one line of the pipeline came out.
  private sealed interface Progress {

    /// Recorded; go on with the next line.
    record Recorded(Known known) implements Progress {}

    /// Not now; the scheduler is told when.
    record Halted(Next next) implements Progress {}
  }
}
