package dev.onboarding.coordinator.run;

import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// One execution of one run along the pipeline: intent in one transaction, the call with none open,
/// the outcome in the next, together with the intent of the step that follows.
final class Passage {

  private static final Logger LOG = LoggerFactory.getLogger(Passage.class);

  private final RunBook book;
  private final Patience patience;
  private final JsonMapper json;
  private final Clock clock;
  private final List<Outcome<?>> unwritten = new ArrayList<>();
  private Run run;

  Passage(RunBook book, Patience patience, JsonMapper json, Clock clock, Run claimed) {
    this.book = book;
    this.patience = patience;
    this.json = json;
    this.clock = clock;
    this.run = claimed;
  }

  /// @throws LostLeaseException when another execution has taken the run over
  /// @throws RuntimeException when our own store cannot be used now
  Next along(Pipeline pipeline) {
    try {
      return follow(pipeline);
    } catch (CancelledMeanwhileException cancelled) {
      return Next.again(clock.instant());
    } catch (LostLeaseException taken) {
      throw taken;
    } catch (RuntimeException failure) {
      // When the process stops, the execution is started again, here or elsewhere.
      if (Thread.currentThread().isInterrupted() || StoreFailures.passByThemselves(failure)) {
        throw failure;
      }
      LOG.error("Run {} stopped on a defect and is parked", run.id(), failure);
      unwritten.clear();
      return park(
          StoreFailures.isOne(failure) ? Defects.unstorable(failure) : Defects.ofThisSystem());
    }
  }

  private Next follow(Pipeline pipeline) {
    while (true) {
      if (attempt(pipeline) instanceof Progress.Halted(var next)) {
        return next;
      }
    }
  }

  /// @return halted, or on with the attempt that was begun
  private Progress attempt(Pipeline pipeline) {
    var known = book.known(run);
    for (var planned : pipeline.course(known)) {
      if (!planned.when().test(known)) {
        continue;
      }
      switch (carryOut(planned, known)) {
        case Progress.Going going when planned instanceof Planned.StartOver -> {
          return going;
        }
        case Progress.Going(var more) -> known = more;
        case Progress.Halted halted -> {
          return halted;
        }
      }
    }
    throw new IllegalStateException("The pipeline ends nowhere");
  }

  private Progress carryOut(Planned planned, Known known) {
    return switch (planned) {
      case Planned.Stop stop -> new Progress.Halted(end(stop.in()));
      case Planned.StartOver again -> {
        run = book.startOver(run, written(), again.why().apply(known));
        yield new Progress.Going(known.in(run));
      }
      case Planned.Perform line when known.recorded().has(line.step().name()) ->
          new Progress.Going(known);
      case Planned.Perform line -> perform(line, line.step(), known);
    };
  }

  private <T> Progress perform(Planned.Perform line, Step<T> step, Known known) {
    var paused = patience.pauses().among(step.upstreams());
    if (paused.isPresent()) {
      var until = clock.instant().plus(patience.pausePoll());
      run = book.paused(run, written(), line.in(), paused.get(), until);
      return new Progress.Halted(Next.again(until));
    }
    var now = clock.instant();
    var outdated = step.outdated(known, now);
    if (outdated.isPresent()) {
      run = book.forget(run, written(), outdated.get());
      return new Progress.Halted(Next.again(now));
    }
    boolean callsOut = step.callsOut(known, now);
    var context =
        callsOut || run.state() != line.in()
            ? intended(line, known, callsOut, now)
            : asItIs(line, known, now);
    try {
      return switch (step.perform(context)) {
        case StepResult.Done<T>(var value) -> done(step, context, value);
        case StepResult.Waiting<T>(var state, var delay) -> {
          var until = clock.instant().plus(delay);
          run = book.waiting(run, written(), step.name(), state, until);
          yield new Progress.Halted(Next.again(until));
        }
      };
    } catch (FailureException failed) {
      return new Progress.Halted(afterFailure(step.name(), failed));
    }
  }

  private StepContext intended(Planned.Perform line, Known known, boolean callsOut, Instant now) {
    var intent = book.intend(run, written(), line.in(), line.step().name());
    run = intent.run();
    return new StepContext(
        known.in(run), intent.key(), intent.tries(), intent.firstTried(), callsOut, now);
  }

  private StepContext asItIs(Planned.Perform line, Known known, Instant now) {
    return new StepContext(known.in(run), Journal.key(run, line.step().name()), 1, now, false, now);
  }

  private <T> Progress done(Step<T> step, StepContext context, T value) {
    var outcome = new Outcome<>(step, context, value, json.valueToTree(value));
    unwritten.add(outcome);
    var known = context.known();
    return new Progress.Going(known.with(known.recorded().with(step.name(), outcome.json())));
  }

  private Next afterFailure(StepName<?> step, FailureException failed) {
    var failing = book.failed(run, written(), step, failed.failure());
    var now = clock.instant();
    LOG.warn("Step {} failed, {} in a row: {}", step, failing.times(), failed.getMessage());
    return patience
        .retries()
        .delay(failed, failing, now)
        .map(delay -> waitForUpstream(failed.failure(), now.plus(delay)))
        .orElseGet(() -> park(failed.failure()));
  }

  private Next waitForUpstream(Failure failure, Instant until) {
    run = book.rest(run, written(), RunState.WAITING_UPSTREAM, failure, until);
    return Next.again(until);
  }

  private Next end(RunState state) {
    run = book.end(run, written(), state);
    LOG.info("Run {} is {}", run.id(), state);
    return Next.rest();
  }

  private Next park(Failure failure) {
    run = book.rest(run, written(), RunState.PARKED, failure, null);
    LOG.error("Run {} is PARKED: {}", run.id(), failure.message());
    return Next.rest();
  }

  /// What the next transaction writes first.
  private List<Outcome<?>> written() {
    var outcomes = List.copyOf(unwritten);
    unwritten.clear();
    return outcomes;
  }

  /// How one line of the pipeline came out.
  private sealed interface Progress {

    /// On with the next line, or with the next attempt.
    record Going(Known known) implements Progress {}

    /// Not now; the scheduler is told when.
    record Halted(Next next) implements Progress {}
  }
}
