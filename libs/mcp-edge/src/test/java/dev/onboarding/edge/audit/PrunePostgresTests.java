package dev.onboarding.edge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is too old goes up to a checkpoint, and what is left can still be checked.
class PrunePostgresTests {

  private TestTrail trail;

  @TempDir private Path checkpoints;

  @BeforeEach
  void begin() {
    trail = new TestTrail(checkpoints);
    trail.clock.set(Clock.systemUTC().instant());
  }

  @Test
  void removesOldEntriesUpToACheckpointAndSaysSo() {
    old(5, 800);
    trail.checkpoint();
    old(3, 790);
    trail.calls(2);
    trail.checkpoint();

    assertThat(purge()).isEqualTo(5);

    assertThat(trail.count("server = 'mine'")).isEqualTo(6);
    assertThat(
            trail.database.queryForMap(
                "select tool, arguments ->> 'through' as through from audit.entries where kind = 'removal'"))
        .containsEntry("tool", "audit purge")
        .containsEntry("through", "5");
    assertThat(
            trail.database.queryForMap(
                "select server, relation, rows, through from audit.removals"))
        .containsEntry("relation", "entries")
        .containsEntry("rows", 5L)
        .containsEntry("through", 5L);
    assertThat(trail.problems()).isEmpty();
    assertThat(purge()).isZero();
  }

  @Test
  void removesNothingThatNoCheckpointVouchesFor() {
    old(5, 800);

    assertThat(purge()).isZero();
    assertThat(trail.count("server = 'mine'")).isEqualTo(5);
  }

  @Test
  void keepsAnOldEntryThatWasChainedAfterAYoungOne() {
    trail.calls(1);
    old(4, 800);
    trail.checkpoint();

    assertThat(purge()).isZero();
  }

  @Test
  void refusesToCutElsewhereOrTooEarly() {
    old(5, 800);
    trail.checkpoint();
    trail.calls(1);

    assertThatThrownBy(() ->
            trail.database.execute(
                "select audit.prune('mine', now() - interval '100 days', 3, '[{}]')"))
        .hasMessageContaining("entry 3 of mine is no checkpoint");
    assertThatThrownBy(() ->
            trail.database.execute(
                "select audit.prune('mine', now() - interval '89 days', 5, '[{}]')"))
        .hasMessageContaining("90 days");
    assertThatThrownBy(() ->
            trail.database.execute(
                "select audit.prune('mine', now() - interval '100 days', 5, '[]')"))
        .hasMessageContaining("a removal is an entry of the chain");
  }

  @Test
  void findsABeginningThatWentWithoutAWord() {
    old(5, 800);
    trail.checkpoint();
    trail.calls(2);
    trail.tamper("delete from audit.entries where server = 'mine' and number <= 5");

    assertThat(trail.problems())
        .containsExactly("entries 1 to 5 are missing, and no entry says that their time was over");
  }

  private long purge() {
    return new AuditPurge(
            trail.database, TestTrail.properties("mine", Period.ofDays(730)), trail.clock)
        .purge();
  }

  private void old(int count, int daysAgo) {
    var at = trail.clock.instant().minus(Duration.ofDays(daysAgo));
    for (int i = 0; i < count; i++) {
      trail.trail.record(
          TestTrail.ended(trail.call("old_" + i, Map.of("account_id", "ACME-001"), at), null));
    }
  }
}
