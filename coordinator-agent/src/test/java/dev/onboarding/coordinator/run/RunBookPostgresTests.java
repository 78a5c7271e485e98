package dev.onboarding.coordinator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.onboarding.coordinator.ledger.Chain;
import dev.onboarding.coordinator.ledger.Digests;
import dev.onboarding.coordinator.ledger.Entry;
import dev.onboarding.coordinator.ledger.EntryKind;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunBookPostgresTests {

  private static final StepName<String> STEP = new StepName<>("step", String.class);
  private static final StepName<String> NEXT = new StepName<>("next", String.class);

  private final RunDatabase database = new RunDatabase();
  private final RunBook book = database.book;

  @Test
  void claimsOnlyWhatCanGoOn() {
    var run = database.claim(database.open("e-1", "ACME-001").id()).orElseThrow();
    database.in(run.id(), RunState.GATHERING, RunState.PARKED);

    assertThat(database.claim(run.id())).isEmpty();
  }

  @Test
  void refusesEveryWriteOfAnExecutionThatLostItsRun() {
    var late = database.claim(database.open("e-1", "ACME-001").id()).orElseThrow();
    var owner = database.claim(late.id()).orElseThrow();
    var failure = Failure.of(ErrorType.NETWORK, "X", null, "x");

    assertThat(owner.epoch()).isGreaterThan(late.epoch());
    assertThatThrownBy(() -> book.intend(late, List.of(), RunState.GATHERING, STEP))
        .isInstanceOf(LostLeaseException.class);
    assertThatThrownBy(() -> book.failed(late, List.of(), STEP, failure))
        .isInstanceOf(LostLeaseException.class);
    assertThatThrownBy(
            () -> book.waiting(late, List.of(), STEP, RunState.GATHERING, database.clock.instant()))
        .isInstanceOf(LostLeaseException.class);
    assertThatThrownBy(() -> book.rest(late, List.of(), RunState.GATHERING, null, null))
        .isInstanceOf(LostLeaseException.class);
    assertThat(database.stores.journal().of(late.id())).isEmpty();
    assertThat(database.run(late.id()).state()).isEqualTo(RunState.QUEUED);
  }

  @Test
  void refusesAnOutcomeThatComesTooLate() {
    var late = database.claim(database.open("e-1", "ACME-001").id()).orElseThrow();
    var intent = book.intend(late, List.of(), RunState.GATHERING, STEP);
    database.claim(late.id()).orElseThrow();
    var outcome = outcome(intent.run(), STEP);

    assertThatThrownBy(() -> book.rest(intent.run(), List.of(outcome), RunState.ACTING, null, null))
        .isInstanceOf(LostLeaseException.class);

    assertThat(database.stores.journal().recorded(late.id(), 1).of(STEP)).isEmpty();
  }

  @Test
  void refusesAnIllegalTransitionAndKeepsTheState() {
    var run = database.claim(database.open("e-1", "ACME-001").id()).orElseThrow();

    assertThatThrownBy(() -> book.rest(run, List.of(), RunState.COMPLETED, null, null))
        .isInstanceOf(IllegalTransitionException.class);

    assertThat(database.run(run.id()).state()).isEqualTo(RunState.QUEUED);
  }

  @Test
  void comparesTheStateBeforeItSetsIt() {
    var run = database.claim(database.open("e-1", "ACME-001").id()).orElseThrow();
    book.rest(run, List.of(), RunState.GATHERING, null, null);

    assertThatThrownBy(() -> book.rest(run, List.of(), RunState.PARKED, null, null))
        .isInstanceOf(LostLeaseException.class);

    assertThat(database.run(run.id()).state()).isEqualTo(RunState.GATHERING);
  }

  @Test
  void remembersEveryStateAndWhy() {
    var run = database.claim(database.open("e-1", "ACME-001").id()).orElseThrow();
    var failure = Failure.of(ErrorType.NETWORK, "X", null, "unreachable");
    book.rest(
        book.rest(run, List.of(), RunState.GATHERING, null, null),
        List.of(),
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
    var run = database.claim(database.open("e-1", "ACME-001").id()).orElseThrow();
    var first = book.intend(run, List.of(), RunState.GATHERING, STEP);
    database.clock.advance(Duration.ofMinutes(1));

    var second = book.intend(first.run(), List.of(), RunState.GATHERING, STEP);

    assertThat(second.tries()).isEqualTo(2);
    assertThat(second.key()).isEqualTo(first.key()).isEqualTo(run.id() + "/1/step");
    assertThat(second.firstTried()).isEqualTo(first.firstTried());
  }

  @Test
  void recordsWhatCameOutTogetherWithTheNextIntent() {
    var run = database.claim(database.open("e-1", "ACME-001").id()).orElseThrow();
    book.intend(run, List.of(outcome(run, STEP)), RunState.GATHERING, NEXT);

    assertThat(database.stores.journal().of(run.id()))
        .extracting(StepRow::name, step -> step.outcome() != null)
        .containsExactlyInAnyOrder(tuple("step", true), tuple("next", false));
    assertThat(database.run(run.id()).state()).isEqualTo(RunState.GATHERING);
  }

  @Test
  void chainsWhatComesOutAtOnceAsAReaderOfTheRecordDoes() {
    var run = database.claim(database.open("e-1", "ACME-001").id()).orElseThrow();
    book.intend(run, List.of(outcome(run, STEP), outcome(run, NEXT)), RunState.QUEUED, STEP);

    UUID salt =
        database
            .jdbc
            .sql("select record_salt from coordinator.run where id = ?")
            .param(run.id().value())
            .query(UUID.class)
            .single();
    String content = Digests.ofJson(EdgeJson.mapper().valueToTree("outcome"));
    String before = Chain.genesis(run.identity());
    for (var entry : entries(run)) {
      String head =
          Chain.head(
              run.id().value(),
              EntryKind.STEP,
              run.attempt(),
              entry.name(),
              entry.at(),
              Entry.FORM,
              null);
      before = Chain.next(before, head, Chain.sealed(salt, content));
      assertThat(entry.hash()).isEqualTo(before);
    }
    assertThat(entries(run)).extracting(Recording::name).containsExactly("step", "next");
  }

  @Test
  void recordsWhatCameOutOfARunThatWasCancelledMeanwhileAndIntendsNothing() {
    var run = database.claim(database.open("e-1", "ACME-001").id()).orElseThrow();
    database.stores.inTransaction(() -> database.stores.runs().cancelling(run));

    assertThatThrownBy(
            () -> book.intend(run, List.of(outcome(run, STEP)), RunState.GATHERING, NEXT))
        .isInstanceOf(CancelledMeanwhileException.class);

    assertThat(database.stores.journal().of(run.id()))
        .extracting(StepRow::name)
        .containsExactly("step");
    assertThat(database.run(run.id()).state()).isEqualTo(RunState.QUEUED);
  }

  @Test
  void recordsWhatCameOutTogetherWithTheEnd() {
    var run = database.claim(database.open("e-1", "ACME-001").id()).orElseThrow();
    var acting = database.in(run.id(), RunState.GATHERING, RunState.ACTING);

    book.end(acting, List.of(outcome(acting, STEP)), RunState.COMPLETED);

    var ended = database.run(run.id());
    assertThat(ended.state()).isEqualTo(RunState.COMPLETED);
    assertThat(ended.endedAt()).isNotNull();
    assertThat(database.stores.runs().history(run.id()))
        .extracting(StateChange::state)
        .endsWith(RunState.ACTING, RunState.COMPLETED);
    assertThat(database.stores.journal().recorded(run.id(), 1).of(STEP)).contains("outcome");
  }

  @Test
  void endsNoRunThatWasCancelledMeanwhile() {
    var run = database.claim(database.open("e-1", "ACME-001").id()).orElseThrow();
    var acting = database.in(run.id(), RunState.GATHERING, RunState.ACTING);
    database.stores.inTransaction(() -> database.stores.runs().cancelling(acting));

    assertThatThrownBy(() -> book.end(acting, List.of(outcome(acting, STEP)), RunState.COMPLETED))
        .isInstanceOf(CancelledMeanwhileException.class);

    assertThat(database.run(run.id()).state()).isEqualTo(RunState.ACTING);
    assertThat(database.stores.journal().recorded(run.id(), 1).of(STEP)).contains("outcome");
  }

  @Test
  void endsNothingForAnExecutionThatLostItsRun() {
    var late = database.claim(database.open("e-1", "ACME-001").id()).orElseThrow();
    database.claim(late.id()).orElseThrow();

    assertThatThrownBy(() -> book.end(late, List.of(), RunState.GATHERING))
        .isInstanceOf(LostLeaseException.class);

    assertThat(database.run(late.id()).state()).isEqualTo(RunState.QUEUED);
  }

  private List<Recording> entries(Run run) {
    return database
        .jdbc
        .sql(
            """
            select name, at, encode(hash, 'hex') as hash from coordinator.record
            where run_id = ? order by number\
            """)
        .param(run.id().value())
        .query((row, number) ->
            new Recording(
                row.getString("name"), RunRows.required(row, "at"), row.getString("hash")))
        .list();
  }

  private record Recording(String name, Instant at, String hash) {}

  private Outcome<String> outcome(Run run, StepName<String> step) {
    var now = database.clock.instant();
    var context = new StepContext(book.known(run), Journal.key(run, step), 1, now, true, now);
    return new Outcome<>(
        new NoStep(step), context, "outcome", EdgeJson.mapper().valueToTree("outcome"));
  }

  private record NoStep(StepName<String> name) implements Step<String> {

    @Override
    public StepResult<String> perform(StepContext context) {
      return StepResult.done("outcome");
    }
  }
}
