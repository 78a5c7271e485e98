package dev.onboarding.allinone.proof;

import static dev.onboarding.allinone.proof.OutsideWorld.CREATE_TENANT;
import static dev.onboarding.allinone.proof.OutsideWorld.LIST_ENVELOPES;
import static dev.onboarding.allinone.proof.OutsideWorld.SUITEQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.allinone.proof.Exchange.Reply;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Real processes are killed and frozen in the middle of runs; every run goes on, and nothing that
/// shows outside happens twice.
abstract class Survival {

  private static final int RUNS = 4;

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
  void goesOnAtTheOtherNodeWhenACoordinatorIsKilled() {
    List<String> accounts = world.accounts("KILL-NODE-", RUNS, "ACME-001");
    world.hold("provisioner", CREATE_TENANT, true, RUNS);
    cluster.second().freeze();
    List<String> runs = cluster.trigger(cluster.first(), accounts);
    cluster.awaitWithin("create_tenant", runs);
    world.awaitHeld("provisioner", 1);
    cluster.second().thaw();

    Instant killed = TakeOvers.now();
    cluster.first().kill();
    world.release("provisioner");

    cluster.takeOvers().assertTaken(killed, runs, "the coordinator's end");
    assertAllIsDone(runs, accounts);
  }

  @Test
  void leavesARunAloneThatAnotherNodeHasTakenOverWhileItWasFrozen() {
    List<String> accounts = world.accounts("FROZEN-", 1, "ACME-001");
    world.hold("provisioner", CREATE_TENANT, true, 1);
    cluster.second().freeze();
    List<String> runs = cluster.trigger(cluster.first(), accounts);
    world.awaitHeld("provisioner", 1);

    Instant frozen = TakeOvers.now();
    cluster.first().freeze();
    cluster.second().thaw();
    cluster.takeOvers().assertTaken(frozen, runs, "the coordinator's freezing");
    cluster.awaitEnded(runs, "COMPLETED");
    long epochs = cluster.epochs(runs);
    cluster.first().thaw();
    world.release("provisioner");
    cluster.awaitLog(cluster.first(), "another execution goes on with it");

    assertThat(cluster.epochs(runs)).isEqualTo(epochs);
    assertAllIsDone(runs, accounts);
  }

  @Test
  void goesOnWhenAConnectorThatOrdersTenantsIsKilled() {
    survivesTheEndOf("mcp-provisioning", "create_tenant", "provisioner", CREATE_TENANT, true);
  }

  @Test
  void goesOnWhenAConnectorThatReadsIsKilled() {
    survivesTheEndOf("mcp-netsuite", "gather_evidence", "netsuite", SUITEQL, false);
  }

  @Test
  void goesOnWhenTheContractAgentIsKilled() {
    survivesTheEndOf("contract-agent", "gather_evidence", "docusign", LIST_ENVELOPES, false);
  }

  @Test
  void goesOnWhenTheFinanceAgentIsKilled() {
    survivesTheEndOf("finance-agent", "gather_evidence", "netsuite", SUITEQL, false);
  }

  @Test
  void goesOnWhenPostgresIsKilled() {
    List<String> accounts = world.accounts("KILL-STORE-", RUNS, "ACME-001");
    world.hold("provisioner", CREATE_TENANT, true, RUNS);
    List<String> runs = cluster.trigger(cluster.first(), accounts);
    cluster.awaitWithin("create_tenant", runs);

    cluster.system().killDatabase();
    Reply refused = cluster.send(cluster.first(), "ACME-001", "while-the-store-is-gone");
    world.release("provisioner");
    cluster.system().restartDatabase();
    Instant there = TakeOvers.now();

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.retryAfter()).isNotEmpty();
    cluster.takeOvers().assertGoesOn(there, runs, "PostgreSQL's return");
    assertAllIsDone(runs, accounts);
    assertThat(cluster.events("while-the-store-is-gone")).isZero();
  }

  /// Kills the only process of its kind while it serves every run; from when it is there again, the
  /// step that was in the middle comes to its outcome as promptly as if another had been there.
  private static void survivesTheEndOf(
      String process, String step, String system, String operation, boolean after) {
    List<String> accounts = world.accounts("KILL-" + process + "-", RUNS, "ACME-001");
    world.hold(system, operation, after, 100);
    List<String> runs = cluster.trigger(cluster.first(), accounts);
    cluster.awaitWithin(step, runs);
    world.awaitHeld(system, 1);

    cluster.system().process(process).kill();
    world.release(system);
    cluster.system().process(process).launch().awaitReady();
    Instant there = TakeOvers.now();

    cluster.takeOvers().assertDone(there, runs, step, process + "'s return");
    assertAllIsDone(runs, accounts);
  }

  private static void assertAllIsDone(List<String> runs, List<String> accounts) {
    cluster.awaitEnded(runs, "COMPLETED");
    cluster.assertOnce(runs.size());
    cluster.assertChecklists(accounts);
  }
}
