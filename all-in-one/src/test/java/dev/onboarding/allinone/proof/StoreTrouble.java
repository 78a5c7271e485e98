package dev.onboarding.allinone.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.onboarding.allinone.proof.Exchange.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The store refuses what is written to it: for all because the disk is full, or for one run
/// because its record cannot be stored. Triggers of the test's own refuse as PostgreSQL does.
abstract class StoreTrouble {

  private static final String DISK_FULL = "53100";
  private static final String UNTRANSLATABLE = "22P05";

  private static Cluster cluster;
  private static OutsideWorld world;

  @BeforeAll
  static void start(Cluster shared) {
    cluster = shared;
    world = shared.world();
  }

  @BeforeEach
  void restore() {
    cluster.restore();
  }

  @Test
  void tellsSendersToComeAgainWhileTheDiskIsFullAndLosesNothing() {
    List<String> accounts = world.accounts("FULL-", 3, "ACME-001");
    List<String> begun = cluster.trigger(cluster.first(), accounts.subList(0, 2));
    cluster.refuse("coordinator.run", "true", DISK_FULL);
    cluster.refuse("coordinator.step", "true", DISK_FULL);

    Reply refused = cluster.send(cluster.first(), accounts.get(2), "full-" + accounts.get(2));
    long stored = cluster.events("full-" + accounts.get(2));
    cluster.refuseNothing();
    Reply accepted = cluster.send(cluster.second(), accounts.get(2), "full-" + accounts.get(2));

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.retryAfter()).isNotEmpty();
    assertThat(stored).isZero();
    assertThat(accepted.status()).isEqualTo(202);
    cluster.awaitEnded(begun, "COMPLETED");
    cluster.awaitEnded(List.of(accepted.json().path("run_id").asString()), "COMPLETED");
    cluster.assertOnce(3);
  }

  @Test
  void parksARunThatCannotBeStoredWhileTheOthersGoOn() {
    List<String> accounts = world.accounts("POISON-", 3, "ACME-001");
    String poisoned = "poison-" + accounts.get(0);
    cluster.refuse(
        "coordinator.step",
        "new.outcome_at is not null and new.run_id in"
            + " (select id from coordinator.run where correlation_id = '"
            + poisoned
            + "')",
        UNTRANSLATABLE);

    String run =
        cluster.send(cluster.first(), accounts.get(0), poisoned).json().path("run_id").asString();
    List<String> others = cluster.trigger(cluster.first(), accounts.subList(1, 3));

    cluster.awaitEnded(List.of(run), "PARKED");
    cluster.awaitEnded(others, "COMPLETED");
    assertThat(cluster.read("/api/runs?state=PARKED").toString()).contains(run);
    cluster.refuseNothing();
    cluster.resume(run);
    cluster.awaitEnded(List.of(run), "COMPLETED");
    await("every tenant")
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(world.effects().tenants()).isEqualTo(3));
  }
}
