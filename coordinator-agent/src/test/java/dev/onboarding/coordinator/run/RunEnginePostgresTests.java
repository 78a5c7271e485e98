package dev.onboarding.coordinator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.CallContext;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class RunEnginePostgresTests {

  private final RunDatabase database = new RunDatabase();
  private final List<String> undone = new ArrayList<>();
  private final Played first = new Played("first");
  private final Played second = new Played("second");
  private final Played undoFirst = new Played("undo_first");
  private final Played undoSecond = new Played("undo_second");
  private final Played told = new Played("told");
  private final RunEngine engine =
      database.engine(
          new Pipeline(
              List.of(
                  new Planned.Perform(RunState.GATHERING, known -> true, first, undoFirst),
                  new Planned.Perform(RunState.ACTING, known -> true, second, undoSecond),
                  new Planned.Stop(RunState.COMPLETED, known -> true)),
              List.of(
                  new Planned.Perform(RunState.ACTING, known -> true, told, null),
                  new Planned.Stop(RunState.CANCELLED, known -> true))));
  private final RunId run = database.open("e-1", "ACME-001").id();

  private Next advance() {
    return engine.advance(database.ticket(run));
  }

  @Test
  void performsEachLineOnceAndEnds() {
    var next = advance();

    assertThat(next.at()).isNull();
    assertThat(first.keys).containsExactly(run + "/1/first");
    assertThat(second.keys).containsExactly(run + "/1/second");
    assertThat(database.run(run).state()).isEqualTo(RunState.COMPLETED);
    assertThat(database.run(run).endedAt()).isEqualTo(database.clock.instant());
  }

  @Test
  void doesNothingMoreWhenItIsExecutedAgain() {
    advance();

    advance();

    assertThat(first.keys).hasSize(1);
    assertThat(second.keys).hasSize(1);
  }

  @Test
  void holdsNoTransactionOpenWhileAStepCalls() {
    advance();

    assertThat(first.sawTransaction).isFalse();
    assertThat(first.callContext.run()).isEqualTo(run.toString());
    assertThat(first.callContext.correlation()).isEqualTo("e-1");
  }

  @Test
  void triesAgainLaterUnderTheSameKeyWhenAFailureMayPass() {
    second.then(() -> fail(ErrorType.NETWORK, null));

    var next = advance();

    assertThat(next.at()).isEqualTo(database.clock.instant().plusSeconds(2));
    assertThat(database.run(run).state()).isEqualTo(RunState.WAITING_UPSTREAM);
    assertThat(database.run(run).failure()).isNotNull();
    advance();
    assertThat(database.run(run).state()).isEqualTo(RunState.COMPLETED);
    assertThat(database.run(run).failure()).isNull();
    assertThat(first.keys).hasSize(1);
    assertThat(second.keys).containsExactly(run + "/1/second", run + "/1/second");
  }

  @Test
  void waitsLongerEachTimeAndParksInTheEnd() {
    second.then(() -> fail(ErrorType.SERVER_ERROR, null));
    second.then(() -> fail(ErrorType.INDETERMINATE, null));
    second.then(() -> fail(ErrorType.RATE_LIMIT, null));

    assertThat(advance().at()).isEqualTo(database.clock.instant().plusSeconds(2));
    database.clock.advance(Duration.ofSeconds(2));
    assertThat(advance().at()).isEqualTo(database.clock.instant().plusSeconds(4));
    database.clock.advance(Duration.ofSeconds(4));
    assertThat(advance().at()).isNull();

    assertThat(database.run(run).state()).isEqualTo(RunState.PARKED);
    assertThat(database.run(run).failure().errorCode()).isEqualTo("PLAYED");
  }

  @Test
  void waitsAsLongAsTheSystemAsks() {
    second.then(() -> fail(ErrorType.RATE_LIMIT, Duration.ofSeconds(30)));

    assertThat(advance().at()).isEqualTo(database.clock.instant().plusSeconds(30));
  }

  @Test
  void parksAtOnceWhenTryingAgainCannotHelp() {
    second.then(() -> fail(ErrorType.AUTHORIZATION, null));

    advance();

    assertThat(database.run(run).state()).isEqualTo(RunState.PARKED);
    assertThat(second.keys).hasSize(1);
  }

  @Test
  void parksOnADefectAndTellsNothingOfIt() {
    second.then(() -> {
      throw new IllegalStateException("secret detail");
    });

    advance();

    var parked = database.run(run);
    assertThat(parked.state()).isEqualTo(RunState.PARKED);
    assertThat(parked.failure().errorCode()).isEqualTo("INTERNAL_DEFECT");
    assertThat(parked.failure().toString()).doesNotContain("secret detail");
  }

  @Test
  void goesOnFromTheLastOutcomeWhenTheStoreFailsAfterTheCall() {
    second.recordsAlso =
        Optional.of(() -> {
          throw new DataAccessResourceFailureException("the store is gone");
        });

    assertThatThrownBy(() -> advance()).isInstanceOf(DataAccessResourceFailureException.class);
    assertThat(database.run(run).state()).isEqualTo(RunState.ACTING);
    advance();

    assertThat(database.run(run).state()).isEqualTo(RunState.COMPLETED);
    assertThat(first.keys).hasSize(1);
    assertThat(second.keys).containsExactly(run + "/1/second", run + "/1/second");
    assertThat(second.tries).containsExactly(1, 2);
  }

  @Test
  void parksAtOnceWhatTheStoreWillNeverTake() {
    second.recordsAlso =
        Optional.of(() ->
            database
                .jdbc
                .sql("update coordinator.run set account_name = ? where id = ?")
                .params("Acme\u0000Inc", run.value())
                .update());

    assertParkedAsUnstorable(advance());
    assertThat(second.keys).hasSize(1);
  }

  @Test
  void parksAtOnceAnOutcomeTheStoreWillNeverTake() {
    second.then(() -> StepResult.done("Acme\u0000Inc"));

    assertParkedAsUnstorable(advance());
  }

  private void assertParkedAsUnstorable(Next next) {
    assertThat(next.at()).isNull();
    assertThat(database.run(run).state()).isEqualTo(RunState.PARKED);
    assertThat(database.run(run).failure().errorCode()).isEqualTo("RECORD_NOT_STORABLE");
    assertThat(database.run(run).failure().toString()).doesNotContain("Acme");
  }

  @Test
  void stopsWithoutAWriteWhenAnotherExecutionTookOver() {
    second.then(() -> {
      database.claim(run);
      return StepResult.done("late");
    });

    assertThat(advance().at()).isNull();

    assertThat(database.run(run).state()).isEqualTo(RunState.ACTING);
    assertThat(database.stores.journal().recorded(run, 1).of(second.name())).isEmpty();
  }

  @Test
  void waitsWithoutFailingAndIsPerformedAgain() {
    second.then(() -> StepResult.waiting(RunState.WAITING_PROVISIONING, Duration.ofSeconds(5)));

    var next = advance();

    assertThat(next.at()).isEqualTo(database.clock.instant().plusSeconds(5));
    assertThat(database.run(run).state()).isEqualTo(RunState.WAITING_PROVISIONING);
    assertThat(database.run(run).wakeAt()).isEqualTo(next.at());
    advance();
    assertThat(database.run(run).state()).isEqualTo(RunState.COMPLETED);
  }

  @Test
  void waitsWhileAnUpstreamItNeedsIsPaused() {
    second.upstreams = Set.of("netsuite");
    database.paused.add("netsuite");

    var next = advance();

    assertThat(next.at()).isEqualTo(database.clock.instant().plusSeconds(15));
    assertThat(database.run(run).state()).isEqualTo(RunState.WAITING_UPSTREAM);
    assertThat(database.run(run).failure().errorCode()).isEqualTo("UPSTREAM_PAUSED");
    assertThat(second.keys).isEmpty();
    database.paused.clear();
    advance();
    assertThat(database.run(run).state()).isEqualTo(RunState.COMPLETED);
  }

  @Test
  void ignoresAWakeUpThatALaterOneReplaced() {
    var early = database.ticket(run);
    database.stores.inTransaction(() -> database.stores.runs().newTicket(database.run(run)));

    engine.advance(early);

    assertThat(first.keys).isEmpty();
    advance();
    assertThat(first.keys).hasSize(1);
  }

  @Test
  void tellsPeopleOfAParkedRunInTheSameTransaction() {
    second.then(() -> fail(ErrorType.AUTHORIZATION, null));

    advance();

    assertThat(
            database
                .jdbc
                .sql(
                    "select count(*) from scheduler.scheduled_tasks where task_name = 'alert-parked-run'")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void undoesFromTheBottomUpWhatWasBegunWhenItIsCancelled() {
    second.then(() -> fail(ErrorType.AUTHORIZATION, null));
    advance();

    database.operators.cancel(run, "Petra", "Lost the deal");
    advance();

    assertThat(undone).containsExactly("undo_second", "undo_first", "told");
    assertThat(database.run(run).state()).isEqualTo(RunState.CANCELLED);
  }

  @Test
  void undoesEachStepOnceHoweverOftenTheUndoingStops() {
    undoFirst.then(() -> fail(ErrorType.NETWORK, null));
    second.then(() -> fail(ErrorType.AUTHORIZATION, null));
    advance();

    database.operators.cancel(run, "Petra", "Lost the deal");
    advance();
    advance();

    assertThat(undone).containsExactly("undo_second", "undo_first", "undo_first", "told");
    assertThat(undoSecond.keys).hasSize(1);
    assertThat(database.run(run).state()).isEqualTo(RunState.CANCELLED);
  }

  @Test
  void recordsWhatCameOutBeforeItSeesThatItWasCancelled() {
    first.then(() -> {
      database.operators.cancel(run, "Petra", "Lost the deal");
      return StepResult.done("made");
    });

    assertThat(advance().at()).isEqualTo(database.clock.instant());
    assertThat(database.stores.journal().recorded(run, 1).of(first.name())).contains("made");
    advance();

    assertThat(undone).containsExactly("undo_first", "told");
    assertThat(second.keys).isEmpty();
  }

  @Test
  void beginsAnotherAttemptAndKeepsTheOneBefore() {
    var again =
        database.engine(
            List.of(
                new Planned.Perform(RunState.GATHERING, known -> true, first, null),
                new Planned.StartOver(
                    known -> known.run().attempt() == 1, known -> "Something changed."),
                new Planned.Perform(RunState.ACTING, known -> true, second, null),
                new Planned.Stop(RunState.COMPLETED, known -> true)));

    again.advance(database.ticket(run));

    assertThat(first.keys).containsExactly(run + "/1/first", run + "/2/first");
    assertThat(second.keys).containsExactly(run + "/2/second");
    assertThat(database.stores.attempts().of(run)).hasSize(2);
    assertThat(database.stores.runs().history(run))
        .extracting(StateChange::why)
        .contains("Something changed.");
  }

  private static StepResult<String> fail(ErrorType type, Duration retryAfter) {
    throw new FailureException(
        Failure.of(type, "PLAYED", null, "It was played."), retryAfter, null);
  }

  /// A step that does what it is told, then succeeds.
  private final class Played implements Step<String> {

    private final StepName<String> name;
    private final Deque<Supplier<StepResult<String>>> script = new ArrayDeque<>();
    private final List<String> keys = new ArrayList<>();
    private final List<Integer> tries = new ArrayList<>();
    private Set<String> upstreams = Set.of();
    private boolean sawTransaction;
    private CallContext callContext = CallContext.NONE;
    private Optional<Runnable> recordsAlso = Optional.empty();

    private Played(String name) {
      this.name = new StepName<>(name, String.class);
    }

    private void then(Supplier<StepResult<String>> outcome) {
      script.add(outcome);
    }

    @Override
    public StepName<String> name() {
      return name;
    }

    @Override
    public Set<String> upstreams() {
      return upstreams;
    }

    @Override
    public StepResult<String> perform(StepContext context) {
      keys.add(context.key());
      if (name.value().startsWith("undo") || name.value().equals("told")) {
        undone.add(name.value());
      }
      tries.add(context.tries());
      sawTransaction |= TransactionSynchronizationManager.isActualTransactionActive();
      callContext = CallContext.current();
      return script.isEmpty() ? StepResult.done("done") : script.remove().get();
    }

    @Override
    public Optional<Runnable> alongside(StepContext context, String outcome) {
      return recordsAlso.map(once ->
          () -> {
            recordsAlso = Optional.empty();
            once.run();
          });
    }
  }
}
