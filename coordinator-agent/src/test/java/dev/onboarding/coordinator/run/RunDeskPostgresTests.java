package dev.onboarding.coordinator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.AccountReference;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunDeskPostgresTests {

  private final RunDatabase database = new RunDatabase();

  @Test
  void storesTheRunAndItsExecutionTogether() {
    var opened = database.desk.open(RunDatabase.request("e-1", "ACME-001"));

    assertThat(opened.repeated()).isFalse();
    assertThat(opened.run().state()).isEqualTo(RunState.QUEUED);
    assertThat(opened.run().createdAt()).isEqualTo(database.clock.instant());
    assertThat(database.executions()).isEqualTo(1);
  }

  @Test
  void storesNeitherWhenTheTransactionFails() {
    assertThatThrownBy(() ->
            database.transactions.execute(status -> {
              database.desk.open(RunDatabase.request("e-1", "ACME-001"));
              throw new IllegalStateException("after the run was stored");
            }))
        .hasMessage("after the run was stored");

    assertThat(database.stores.triggers().byEvent("crm", "e-1")).isEmpty();
    assertThat(database.executions()).isZero();
  }

  @Test
  void givesTheSameRunForTheSameTrigger() {
    var first = database.desk.open(RunDatabase.request("e-1", "ACME-001"));

    var second = database.desk.open(RunDatabase.request("e-1", "ACME-001"));

    assertThat(second.repeated()).isTrue();
    assertThat(second.run().id()).isEqualTo(first.run().id());
    assertThat(database.executions()).isEqualTo(1);
  }

  @Test
  void givesTheSameRunForAnotherEventOfTheSameCorrelation() {
    var first = database.desk.open(RunDatabase.request("e-1", "ACME-001"));
    var sameOnboarding = RunDatabase.request("e-1", "ACME-001");

    var second =
        database.desk.open(
            new RunRequest("crm", "e-2", "e-1", sameOnboarding.account(), null, null, 90));

    assertThat(second.run().id()).isEqualTo(first.run().id());
    assertThat(database.stores.triggers().byEvent("crm", "e-2")).isPresent();
  }

  @Test
  void keepsSourcesApart() {
    var first = database.open("e-1", "ACME-001");

    var second =
        database.desk.open(
            new RunRequest("erp", "e-1", "e-1", new AccountReference("BETA-002"), null, null, 90));

    assertThat(second.run().id()).isNotEqualTo(first.id());
  }

  @Test
  void refusesAKnownIdForAnotherAccount() {
    database.open("e-1", "ACME-001");

    assertThatThrownBy(() -> database.open("e-1", "BETA-002"))
        .isInstanceOf(ConflictingRunException.class);
  }

  @Test
  void knowsTheAccountByBothItsNames() {
    var run = database.open("e-1", "ACME-001");
    database.stores.attempts().established(run, List.of(), "001000000000001AAA", "Acme");

    var again = database.desk.open(RunDatabase.request("e-1", "001000000000001"));

    assertThat(again.run().id()).isEqualTo(run.id());
  }

  @Test
  void makesOneRunOfManySimultaneousTriggers() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var opened =
          threads.invokeAll(
              IntStream.range(0, 20)
                  .<Callable<Opened>>mapToObj(
                      each -> () -> database.desk.open(RunDatabase.request("e-1", "ACME-001")))
                  .toList());

      assertThat(opened)
          .extracting(each -> each.resultNow().run().id())
          .containsOnly(database.stores.triggers().byEvent("crm", "e-1").orElseThrow().id());
      assertThat(opened).filteredOn(each -> !each.resultNow().repeated()).hasSize(1);
    }
    assertThat(database.executions()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "OBSERVE, OBSERVE, true",
    "OBSERVE, APPROVE_ALL, false",
    "OBSERVE, ACT, false",
    "APPROVE_ALL, OBSERVE, true",
    "APPROVE_ALL, APPROVE_ALL, true",
    "APPROVE_ALL, ACT, false",
    "ACT, OBSERVE, true",
    "ACT, APPROVE_ALL, true",
    "ACT, ACT, true"
  })
  void letsATriggerAskForNothingLaxerThanIsConfigured(Mode configured, Mode asked, boolean taken) {
    var desk = database.desk(configured);
    var plain = RunDatabase.request("e-1", "ACME-001");
    var request = new RunRequest("crm", "e-1", "e-1", plain.account(), null, asked, 90);

    if (taken) {
      assertThat(desk.open(request).run().mode()).isEqualTo(asked);
    } else {
      assertThatThrownBy(() -> desk.open(request))
          .isInstanceOf(LaxerModeException.class)
          .hasMessageContainingAll("'" + asked + "'", "'" + configured + "'");
      assertThat(database.executions()).isZero();
    }
  }

  @Test
  void listsNewestFirstAndPages() {
    var first = database.open("e-1", "ACME-001");
    var second = database.open("e-2", "BETA-002");
    database.in(first.id(), RunState.GATHERING, RunState.CANCELLED);
    var third = database.open("e-3", "ACME-001");
    var runs = database.stores.runs();

    assertThat(runs.page(new RunFilter(null, null, null, 2)))
        .extracting(Run::id)
        .containsExactly(third.id(), second.id());
    assertThat(runs.page(new RunFilter(null, null, second.id(), 2)))
        .extracting(Run::id)
        .containsExactly(first.id());
    assertThat(runs.page(new RunFilter(RunState.QUEUED, "ACME-001", null, 9)))
        .extracting(Run::id)
        .containsExactly(third.id());
    assertThat(runs.page(new RunFilter(RunState.COMPLETED, null, null, 9))).isEmpty();
  }
}
