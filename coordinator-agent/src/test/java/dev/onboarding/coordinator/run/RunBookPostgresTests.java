package dev.onboarding.coordinator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunBookPostgresTests {

  private static final StepName<String> STEP = new StepName<>("step", String.class);

  private final RunDatabase database = new RunDatabase();
  private final RunBook book = database.book;

  @Test
  void claimsOnlyWhatCanGoOn() {
    var run = book.claim(database.open("e-1", "ACME-001").id()).orElseThrow();
    book.move(book.move(run, RunState.GATHERING, null, null), RunState.PARKED, null, null);

    assertThat(book.claim(run.id())).isEmpty();
  }

  @Test
  void refusesEveryWriteOfAnExecutionThatLostItsRun() {
    var late = book.claim(database.open("e-1", "ACME-001").id()).orElseThrow();
    var owner = book.claim(late.id()).orElseThrow();
    var failure = Failure.of(ErrorType.NETWORK, "X", null, "x");

    assertThat(owner.epoch()).isGreaterThan(late.epoch());
    assertThatThrownBy(() -> book.intend(late, RunState.GATHERING, STEP))
        .isInstanceOf(LostLeaseException.class);
    assertThatThrownBy(() -> book.failed(late, STEP, failure))
        .isInstanceOf(LostLeaseException.class);
    assertThatThrownBy(() -> book.waiting(late, STEP, RunState.GATHERING, database.clock.instant()))
        .isInstanceOf(LostLeaseException.class);
    assertThatThrownBy(() -> book.move(late, RunState.GATHERING, null, null))
        .isInstanceOf(LostLeaseException.class);
    assertThat(database.stores.journal().of(late.id())).isEmpty();
    assertThat(database.run(late.id()).state()).isEqualTo(RunState.QUEUED);
  }

  @Test
  void refusesAnOutcomeThatComesTooLate() {
    var late = book.claim(database.open("e-1", "ACME-001").id()).orElseThrow();
    var intent = book.intend(late, RunState.GATHERING, STEP);
    book.claim(late.id()).orElseThrow();
    var known = new Known(intent.run(), book.recorded(late), null);
    var context =
        new StepContext(known, intent.key(), 1, intent.firstTried(), database.clock.instant());

    assertThatThrownBy(() -> book.done(new NoStep(), context, "outcome"))
        .isInstanceOf(LostLeaseException.class);

    assertThat(book.recorded(late).of(STEP)).isEmpty();
  }

  @Test
  void refusesAnIllegalTransitionAndKeepsTheState() {
    var run = book.claim(database.open("e-1", "ACME-001").id()).orElseThrow();

    assertThatThrownBy(() -> book.move(run, RunState.COMPLETED, null, null))
        .isInstanceOf(IllegalTransitionException.class);

    assertThat(database.run(run.id()).state()).isEqualTo(RunState.QUEUED);
  }

  @Test
  void comparesTheStateBeforeItSetsIt() {
    var run = book.claim(database.open("e-1", "ACME-001").id()).orElseThrow();
    book.move(run, RunState.GATHERING, null, null);

    assertThatThrownBy(() -> book.move(run, RunState.PARKED, null, null))
        .isInstanceOf(LostLeaseException.class);

    assertThat(database.run(run.id()).state()).isEqualTo(RunState.GATHERING);
  }

  @Test
  void remembersEveryStateAndWhy() {
    var run = book.claim(database.open("e-1", "ACME-001").id()).orElseThrow();
    var failure = Failure.of(ErrorType.NETWORK, "X", null, "unreachable");
    book.move(
        book.move(run, RunState.GATHERING, null, null),
        RunState.WAITING_UPSTREAM,
        failure,
        database.clock.instant());

    assertThat(database.stores.runs().history(run.id()))
        .extracting(StateChange::state, StateChange::why)
        .isEqualTo(
            List.of(
                tuple(RunState.QUEUED, null),
                tuple(RunState.GATHERING, null),
                tuple(RunState.WAITING_UPSTREAM, "unreachable")));
    assertThat(database.run(run.id()).failure()).isEqualTo(failure);
  }

  @Test
  void countsTriesAndKeepsTheKeyAndTheFirstTime() {
    var run = book.claim(database.open("e-1", "ACME-001").id()).orElseThrow();
    var first = book.intend(run, RunState.GATHERING, STEP);
    database.clock.advance(Duration.ofMinutes(1));

    var second = book.intend(first.run(), RunState.GATHERING, STEP);

    assertThat(second.tries()).isEqualTo(2);
    assertThat(second.key()).isEqualTo(first.key()).isEqualTo(run.id() + "/1/step");
    assertThat(second.firstTried()).isEqualTo(first.firstTried());
  }

  private static final class NoStep implements Step<String> {

    @Override
    public StepName<String> name() {
      return STEP;
    }

    @Override
    public StepResult<String> perform(StepContext context) {
      return StepResult.done("outcome");
    }
  }
}
