package dev.onboarding.coordinator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorDeskPostgresTests {

  private final RunDatabase database = new RunDatabase();
  private final RunId run = database.open("e-1", "ACME-001").id();

  @Test
  void resumesOnlyAParkedRun() {
    database.in(run, RunState.GATHERING);

    assertThat(database.operators.resume(run, "Petra", "Repaired").orElseThrow())
        .isInstanceOfSatisfying(
            OrderResult.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("run-not-parked"));
  }

  @Test
  void letsAParkedRunGoOnAndRemembersWhoSaidSo() {
    database.in(run, RunState.GATHERING, RunState.PARKED);

    database.operators.resume(run, "Petra", "Repaired");

    assertThat(database.run(run).state()).isEqualTo(RunState.GATHERING);
    assertThat(database.planned(run)).isEqualTo(1);
    assertThat(database.stores.acts().of(run))
        .singleElement()
        .satisfies(act -> assertThat(act.person()).isEqualTo("Petra"));
    assertThat(database.stores.runs().history(run).getLast().why())
        .isEqualTo("RESUME by Petra: Repaired");
  }

  @Test
  void cancelsWhateverWaitsAtOnce() {
    database.in(run, RunState.GATHERING, RunState.ACTING, RunState.WAITING_FACT);

    database.operators.cancel(run, "Petra", "Lost the deal");

    assertThat(database.run(run).cancelling()).isTrue();
    assertThat(database.planned(run)).isEqualTo(1);
  }

  @Test
  void leavesAnExecutingRunToSeeItBeforeItsNextStep() {
    var executing = database.in(run, RunState.GATHERING);

    database.operators.cancel(run, "Petra", "Lost the deal");

    assertThat(database.run(run).epoch()).isEqualTo(executing.epoch());
    assertThat(database.run(run).cancelling()).isTrue();
  }

  @Test
  void cancelsOnce() {
    database.operators.cancel(run, "Petra", "Lost the deal");

    assertThat(database.operators.cancel(run, "Paul", "As well").orElseThrow())
        .isInstanceOfSatisfying(
            OrderResult.Accepted.class, same -> assertThat(same.repeated()).isTrue());
    assertThat(database.stores.acts().of(run)).hasSize(1);
  }

  @Test
  void refusesToCancelWhatHasEnded() {
    database.in(run, RunState.GATHERING, RunState.ACTING, RunState.COMPLETED);

    assertThat(database.operators.cancel(run, "Petra", "Late").orElseThrow())
        .isInstanceOfSatisfying(
            OrderResult.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("run-ended"));
  }

  @Test
  void knowsNoOtherRun() {
    assertThat(database.operators.cancel(new RunId(new java.util.UUID(0, 1)), "Petra", "Because"))
        .isEmpty();
  }

  @Test
  void cancelsARunThatQueuesBehindAnother() {
    var executing = database.in(run, RunState.GATHERING, RunState.ACTING);
    var queued = database.open("e-2", "ACME-001").id();

    database.operators.cancel(queued, "Petra", "Twice");

    assertThat(database.run(queued).behind()).isNull();
    assertThat(database.planned(queued)).isEqualTo(1);
    database.book.rest(executing, List.of(), RunState.COMPLETED, null, null);
    assertThat(database.planned(queued)).isEqualTo(1);
  }
}
