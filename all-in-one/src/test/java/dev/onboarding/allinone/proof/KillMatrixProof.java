package dev.onboarding.allinone.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.allinone.proof.Exchange.Reply;
import dev.onboarding.allinone.proof.OutsideWorld.Effects;
import dev.onboarding.allinone.proof.StepStops.Point;
import dev.onboarding.allinone.system.OwnProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A coordinator is killed at every boundary of every step of the three outcomes; another one goes
/// on, and what shows outside is what an undisturbed run shows.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillMatrixProof {

  private final ProofTable table =
      new ProofTable(1, "A coordinator killed at every boundary of every step");

  private SoftAssertions differences = new SoftAssertions();
  private Cluster cluster;
  private OutsideWorld world;
  private StepStops stops;
  private OwnProcess alive;
  private OwnProcess spare;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    cluster = Cluster.start(folder);
    world = cluster.world();
    stops = new StepStops(cluster.system());
    alive = cluster.first();
    spare = cluster.second();
    spare.kill();
  }

  @AfterEach
  void write() {
    table.write();
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  @ParameterizedTest
  @CsvSource({
    "PROCEED,ACME-001,COMPLETED",
    "BLOCK,BETA-002,WAITING_FACT",
    "ESCALATE,GAMMA-003,WAITING_APPROVAL"
  })
  void goesOnFromEveryBoundary(String outcome, String story, String state) {
    differences = new SoftAssertions();
    world.countAnew();
    String undisturbed = cluster.trigger(alive, world.accounts("PLAIN-", 1, story).getFirst());
    cluster.awaitEnded(List.of(undisturbed), state);
    Effects of = world.effects();
    List<String> called = stops.steps(undisturbed, Point.BEFORE_CALL);
    List<String> recorded = stops.steps(undisturbed, Point.AFTER_CALL);

    for (String step : recorded) {
      var points = new ArrayList<>(List.of(Point.AFTER_CALL, Point.AFTER_RECORD));
      if (called.contains(step)) {
        points.addFirst(Point.BEFORE_CALL);
      }
      killedAt(outcome, story, state, step, points, of);
    }

    assertThat(recorded).hasSizeGreaterThan(4);
    differences.assertAll();
  }

  private void killedAt(
      String outcome, String story, String state, String step, List<Point> points, Effects of) {
    world.countAnew();
    List<String> accounts = world.accounts("MATRIX-", points.size(), story);
    var runs = new ArrayList<String>();
    spare.launch().awaitReady();
    spare.freeze();
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      String event = "matrix-" + accounts.get(i);
      if (point != Point.AFTER_RECORD) {
        stops.stop(event, step, point);
      } else {
        stops.awaitStopped(points.size() - 1);
      }
      Reply reply = cluster.send(alive, accounts.get(i), event);
      runs.add(reply.json().path("run_id").asString());
    }
    stops.awaitRecorded(runs.getLast(), step);
    alive.kill();
    stops.forgetTheDead();
    spare.thaw();
    OwnProcess dead = alive;
    alive = spare;
    spare = dead;

    cluster.awaitEnded(runs, state);

    Effects expected = of.times(points.size());
    Effects seen = world.effects();
    table.row(outcome + " · " + step + " · " + points, expected.told(), seen.told());
    table.write();
    differences.assertThat(seen.withoutCopies()).as("%s %s", outcome, step).isEqualTo(expected);
  }
}
