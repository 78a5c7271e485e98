package dev.onboarding.edge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A chain that nobody tampers with.
class ChainPostgresTests {

  private TestTrail trail;

  @TempDir private Path checkpoints;

  @BeforeEach
  void write() {
    trail = new TestTrail(checkpoints);
    trail.calls(10);
    trail.checkpoint();
    trail.calls(2);
  }

  @Test
  void holdsAsItWasWritten() {
    var verified = trail.verified();

    assertThat(verified.holds()).as("%s", verified).isTrue();
    assertThat(verified.chains())
        .filteredOn(chain -> chain.server().equals("mine"))
        .singleElement()
        .satisfies(chain -> {
          assertThat(chain.entries()).isEqualTo(12);
          assertThat(chain.checkpointed()).isEqualTo(10);
        });
  }

  @Test
  void numbersTheEntriesOfTwoNodesWithoutAGapInTheOrderOfTheirCommits() throws Exception {
    var nodes = List.of(trail.node(), trail.node());
    List<Callable<Void>> work =
        IntStream.range(0, 200)
            .<Callable<Void>>mapToObj(i ->
                () -> {
                  var arguments =
                      Map.<String, Object>of("account_id", "A-" + i % 7, "name", "N" + i);
                  nodes.get(i % 2).record(TestTrail.ended(trail.call("both", arguments), null));
                  return null;
                })
            .toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var each : threads.invokeAll(work)) {
        each.get();
      }
    }

    assertThat(
            trail.database.queryForList(
                "select number from audit.entries where server = 'mine' order by number",
                Long.class))
        .isEqualTo(LongStream.rangeClosed(1, 212).boxed().toList());
    assertThat(trail.count("tool = 'both'")).isEqualTo(200);
    assertThat(
            trail.database.queryForObject(
                "select count(distinct xmin::text) from audit.entries where tool = 'both'",
                Integer.class))
        .isLessThan(200);
    assertThat(trail.problems()).isEmpty();
  }

  @Test
  void recordsThatSomebodyChecked() {
    trail.verified();

    assertThat(
            trail.database.queryForMap(
                "select kind, tool, subject, outcome from audit.entries where server = 'auditor'"))
        .containsEntry("kind", "read")
        .containsEntry("tool", "audit verify")
        .containsEntry("subject", "Ada Auditor");
  }

  @Test
  void refusesEveryChangeWhileTheTriggersAreThere() {
    for (var change :
        List.of(
            "update audit.entries set tool = 'x'",
            "delete from audit.entries",
            "truncate audit.entries",
            "truncate audit.heads",
            "delete from audit.heads",
            "update audit.checkpoints set hash = 'x'",
            "update audit.account_keys set key = 'x'")) {
      assertThatThrownBy(() -> trail.database.execute(change))
          .as(change)
          .hasMessageContaining("never changed");
    }
    assertThatThrownBy(() -> trail.database.execute("delete from audit.checkpoints"))
        .hasMessageContaining("as long as the entries under them");
  }

  @Test
  void keepsWhatAnAuditorAsksFor() {
    var failure =
        Failure.of(ErrorType.RATE_LIMIT, "REQUEST_LIMIT_EXCEEDED", 403, "Too many calls.");
    var arguments =
        Map.<String, Object>of(
            "accounts", List.of(Map.of("account_id", "A"), Map.of("account_id", "B")));
    trail.trail.record(TestTrail.ended(trail.call("many", arguments), failure));

    assertThat(trail.database.queryForMap("select * from audit.entries where tool = 'many'"))
        .containsEntry("server", "mine")
        .containsEntry("version", "1.2.3")
        .containsEntry("contract", "contract")
        .containsEntry("caller", "someone")
        .containsEntry("subject", "ada")
        .containsEntry("client", "ide")
        .containsEntry("run", "run-1")
        .containsEntry("outcome", "failed")
        .containsEntry("error_type", "rate_limit")
        .containsEntry("error_code", "REQUEST_LIMIT_EXCEEDED")
        .containsEntry("http_status", 403)
        .containsEntry("micros", 3_000L)
        .containsEntry("attempts", 2)
        .containsEntry("upstream_calls", 1)
        .containsEntry("batch_size", 2)
        .containsEntry("breaker", "CLOSED")
        .containsEntry("quota_left", 41L);
  }
}
