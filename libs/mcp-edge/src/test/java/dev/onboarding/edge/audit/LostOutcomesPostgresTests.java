package dev.onboarding.edge.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostOutcomesPostgresTests {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Map<String, Object> ORDER =
      Map.of(
          "account_id", "ACME-001", "account_name", "Acme", "idempotency_key", "run-1/1/provision");

  private TestTrail trail;
  private LostOutcomes lost;

  @TempDir private Path checkpoints;

  @BeforeEach
  void begin() {
    trail = new TestTrail(checkpoints);
    lost = new LostOutcomes(trail.database, "mine", PATIENCE, trail.clock);
  }

  @Test
  void givesNoWriteUpThatMayStillEnd() {
    trail.trail.intend(trail.call("create", ORDER));
    trail.clock.advance(PATIENCE.minusSeconds(1));

    assertThat(lost.settle()).isZero();
    assertThat(trail.count("kind = 'call'")).isZero();
  }

  @Test
  void saysOnceThatAnOutcomeIsNotKnown() {
    var call = trail.call("create", ORDER);
    trail.trail.intend(call);
    trail.clock.advance(PATIENCE.plusSeconds(1));

    assertThat(lost.settle()).isEqualTo(1);
    assertThat(lost.settle()).isZero();
    assertThat(
            trail.database.queryForMap(
                "select call, outcome, error_code, tool, run from audit.entries where kind = 'call'"))
        .containsEntry("call", call.id())
        .containsEntry("outcome", "indeterminate")
        .containsEntry("error_code", "OUTCOME_LOST")
        .containsEntry("tool", "create")
        .containsEntry("run", "run-1");
    assertThat(trail.problems()).isEmpty();
  }

  @Test
  void learnsTheOutcomeFromARepetitionUnderTheSameKey() {
    var call = trail.call("create", ORDER);
    trail.trail.intend(call);
    trail.clock.advance(PATIENCE.plusSeconds(1));
    lost.settle();
    var another = trail.call("create", Map.of("idempotency_key", "run-2/1/provision"));
    trail.trail.record(TestTrail.ended(another, null));
    assertThat(lost.settle()).isZero();
    var refused = trail.call("create", ORDER);
    trail.trail.record(
        TestTrail.ended(refused, Failure.of(ErrorType.RATE_LIMIT, "TOO_MANY", 429, "Later.")));
    assertThat(lost.settle()).isZero();

    var again = trail.call("create", ORDER);
    trail.trail.record(TestTrail.ended(again, null));

    assertThat(lost.settle()).isEqualTo(1);
    assertThat(lost.settle()).isZero();
    assertThat(
            trail.database.queryForMap(
                "select call, outcome, refers from audit.entries where kind = 'resolution'"))
        .containsEntry("call", call.id())
        .containsEntry("outcome", "ok")
        .containsEntry("refers", again.id());
    assertThat(trail.problems()).isEmpty();
  }

  @Test
  void countsAWriteAsIndeterminateWhoseOutcomeTheOtherSystemOwes() {
    var call = trail.call("create", ORDER);
    trail.trail.intend(call);
    trail.trail.record(
        TestTrail.ended(
            call, Failure.of(ErrorType.INDETERMINATE, "RESPONSE_LOST", null, "Nobody knows.")));
    trail.trail.record(TestTrail.ended(trail.call("create", ORDER), null));

    assertThat(trail.count("outcome = 'indeterminate'")).isEqualTo(1);
    assertThat(lost.settle()).isEqualTo(1);
  }

  @Test
  void takesAnOutcomeThatComesAfterItWasGivenUp() {
    var call = trail.call("create", ORDER);
    trail.trail.intend(call);
    trail.clock.advance(PATIENCE.plusSeconds(1));
    lost.settle();

    trail.trail.record(TestTrail.ended(call, null));

    assertThat(
            trail.database.queryForList(
                "select kind || ' ' || coalesce(outcome, '-') from audit.entries where call = ? order by number",
                String.class,
                call.id()))
        .containsExactly("intent -", "call indeterminate", "resolution ok");
    assertThat(trail.problems()).isEmpty();
  }

  @Test
  void appendsNothingTwiceWhenACommitWasNotAnswered() {
    var entry =
        Entry.call(
            TestTrail.properties("mine", java.time.Period.ofYears(1)),
            trail.call("create", ORDER),
            TestTrail.ended(trail.call("create", ORDER), null).ended());
    var chain = new ChainStore(trail.database, "mine");
    chain.appendOnce(entry);

    chain.appendOnce(entry);

    assertThat(trail.count("tool = 'create'")).isEqualTo(1);
  }
}
