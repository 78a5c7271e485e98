package dev.onboarding.coordinator.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.AccountReference;
import dev.onboarding.model.decision.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of a trigger for an account that already has a run under way.
class AccountQueuePostgresTests {

  private final RunDatabase database = new RunDatabase();
  private final RunId first = database.open("e-1", "ACME-001").id();

  @Test
  void goesToTheRunThatHasNotBegun() {
    var opened = database.desk.open(RunDatabase.request("e-2", "ACME-001"));

    assertThat(opened.run().id()).isEqualTo(first);
    assertThat(opened.repeated()).isFalse();
    assertThat(database.executions()).isEqualTo(1);
  }

  @Test
  void givesTheSameRunWhenAnAttachedTriggerComesAgain() {
    database.open("e-2", "ACME-001");

    var again = database.desk.open(RunDatabase.request("e-2", "ACME-001"));

    assertThat(again.run().id()).isEqualTo(first);
    assertThat(again.repeated()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = RunState.class,
      names = {"GATHERING", "ACTING", "WAITING_PROVISIONING", "PARKED"})
  void queuesBehindTheRunThatIsExecuting(RunState state) {
    arrive(state);

    var second = database.open("e-2", "ACME-001");

    assertThat(second.id()).isNotEqualTo(first);
    assertThat(second.behind()).isEqualTo(first);
    assertThat(second.previousRun()).isEqualTo(first);
    assertThat(second.state()).isEqualTo(RunState.QUEUED);
    assertThat(database.planned(second.id())).isZero();
    assertThat(database.claim(second.id())).isEmpty();
  }

  @Test
  void beginsWhenTheRunBeforeItEnds() {
    var executing = database.in(first, RunState.GATHERING, RunState.ACTING);
    var second = database.open("e-2", "ACME-001").id();

    database.book.end(executing, List.of(), RunState.COMPLETED);

    assertThat(database.run(first).state()).isEqualTo(RunState.COMPLETED);
    assertThat(database.run(second).behind()).isNull();
    assertThat(database.planned(second)).isEqualTo(1);
    assertThat(database.claim(second)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(
      value = RunState.class,
      names = {"WAITING_APPROVAL", "WAITING_FACT"})
  void goesToTheRunThatComesToWaitAndWakesIt(RunState state) {
    var executing = database.in(first, RunState.GATHERING, RunState.ACTING);
    var second = database.open("e-2", "ACME-001").id();

    database.book.rest(executing, List.of(), state, null, null);

    assertThat(database.run(second).state()).isEqualTo(RunState.CANCELLED);
    assertThat(database.run(second).continuedIn()).isEqualTo(first);
    assertThat(database.run(first).state()).isEqualTo(state);
    assertThat(database.planned(first)).isEqualTo(1);
    assertThat(database.desk.open(RunDatabase.request("e-2", "ACME-001")).run().id())
        .isEqualTo(second);
  }

  @ParameterizedTest
  @EnumSource(
      value = RunState.class,
      names = {"WAITING_APPROVAL", "WAITING_FACT"})
  void goesToTheRunThatWaitsAndWakesIt(RunState state) {
    arrive(state);
    long ticket = database.run(first).ticket();

    var opened = database.desk.open(RunDatabase.request("e-2", "ACME-001"));

    assertThat(opened.run().id()).isEqualTo(first);
    assertThat(opened.run().ticket()).isGreaterThan(ticket);
    assertThat(database.planned(first)).isEqualTo(1);
  }

  @Test
  void wakesARunThatIsBlockedByAnOutage() {
    arrive(RunState.GATHERING);
    database
        .jdbc
        .sql("update coordinator.run set state = 'WAITING_UPSTREAM', verdict = ? where id = ?")
        .params(Verdict.BLOCK.name(), first.value())
        .update();

    assertThat(database.open("e-2", "ACME-001").id()).isEqualTo(first);
    assertThat(database.planned(first)).isEqualTo(1);
  }

  @Test
  void takesTheDealAndTheCautionThatTheNewTriggerAsksFor() {
    arrive(RunState.WAITING_FACT);
    var account = new AccountReference("ACME-001");

    database.desk.open(
        new RunRequest("crm", "e-2", "e-2", account, "006000000000001AAA", Mode.APPROVE_ALL, 90));
    database.desk.open(new RunRequest("crm", "e-3", "e-3", account, null, Mode.ACT, 90));

    assertThat(database.run(first).opportunityId()).isEqualTo("006000000000001AAA");
    assertThat(database.run(first).mode()).isEqualTo(Mode.APPROVE_ALL);
  }

  @Test
  void letsNobodyBeForgottenWhoQueuesUnderTheAccountsOtherName() {
    database
        .stores
        .attempts()
        .established(database.run(first), List.of(), "001000000000001AAA", "Acme");
    var executing = database.in(first, RunState.GATHERING, RunState.ACTING);
    var second = database.open("e-2", "ACME-001").id();
    var third = database.open("e-3", "001000000000001").id();
    assertThat(third).isNotEqualTo(second);

    database.book.rest(executing, List.of(), RunState.COMPLETED, null, null);

    assertThat(database.planned(second)).isEqualTo(1);
    assertThat(database.run(third).behind()).isEqualTo(second);
    database.book.rest(
        database.in(second, RunState.GATHERING, RunState.ACTING),
        List.of(),
        RunState.COMPLETED,
        null,
        null);
    assertThat(database.planned(third)).isEqualTo(1);
  }

  @Test
  void findsARunBehindOneThatHasEndedLongAgo() {
    database.in(first, RunState.GATHERING, RunState.ACTING);
    var second = database.open("e-2", "ACME-001").id();
    database
        .jdbc
        .sql("update coordinator.run set state = 'COMPLETED', ended_at = now() where id = ?")
        .param(first.value())
        .update();
    database.clock.advance(Duration.ofMinutes(5));

    new ForgottenRuns(database.stores, database.queue, Duration.ofMinutes(1), database.clock)
        .find();

    assertThat(database.planned(second)).isEqualTo(1);
    assertThat(database.claim(second)).isPresent();
  }

  @Test
  void queuesBehindABlockedRunThatIsStillTelling() {
    arrive(RunState.ACTING);
    database
        .jdbc
        .sql(
            """
            update coordinator.run set state = 'WAITING_UPSTREAM', verdict = 'BLOCK',
              failure = '{"error_type": "network", "error_code": "X", "message": "m",
                "resolution": "r", "owner": "o"}' where id = ?\
            """)
        .param(first.value())
        .update();

    assertThat(database.open("e-2", "ACME-001").behind()).isEqualTo(first);
  }

  @Test
  void readsAnewAndSoonerWhatABatchHadReadBefore() {
    var batch =
        database.desk.openKnown(
            new RunRequest(
                "batch",
                "b/1",
                "b/1",
                new AccountReference("BETA-002"),
                null,
                null,
                RunPriority.BATCH),
            run ->
                database
                    .stores
                    .journal()
                    .recordKnown(
                        run, new StepName<>("gather_evidence", String.class), "read before"));
    var child = batch.run().id();

    database.open("e-2", "BETA-002");

    assertThat(database.stores.journal().of(child)).isEmpty();
    assertThat(database.run(child).priority()).isEqualTo(RunPriority.PROMPT);
    assertThat(database.planned(child)).isEqualTo(1);
  }

  @Test
  void letsAnObservingRunPass() {
    arrive(RunState.ACTING);

    var observing =
        database
            .desk
            .open(
                new RunRequest(
                    "crm", "e-2", "e-2", new AccountReference("ACME-001"), null, Mode.OBSERVE, 90))
            .run();

    assertThat(observing.id()).isNotEqualTo(first);
    assertThat(observing.behind()).isNull();
    assertThat(database.planned(observing.id())).isEqualTo(1);
  }

  @Test
  void linksANewRunToTheOneThatEnded() {
    arrive(RunState.COMPLETED);

    var second = database.open("e-2", "ACME-001");

    assertThat(second.previousRun()).isEqualTo(first);
    assertThat(second.behind()).isNull();
    assertThat(database.planned(second.id())).isEqualTo(1);
  }

  @Test
  void makesOneRunOfManyDifferentTriggersAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var opened =
          threads.invokeAll(
              IntStream.range(0, 20)
                  .<Callable<Opened>>mapToObj(each ->
                      () -> database.desk.open(RunDatabase.request("m-" + each, "BETA-002")))
                  .toList());

      assertThat(opened.stream().map(each -> each.resultNow().run().id()).distinct()).hasSize(1);
    }
    assertThat(database.executions()).isEqualTo(2);
  }

  private void arrive(RunState state) {
    switch (state) {
      case GATHERING -> database.in(first, RunState.GATHERING);
      case ACTING -> database.in(first, RunState.GATHERING, RunState.ACTING);
      default -> database.in(first, RunState.GATHERING, RunState.ACTING, state);
    }
  }
}
