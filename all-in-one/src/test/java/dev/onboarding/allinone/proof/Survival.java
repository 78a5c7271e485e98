package dev.onboarding.allinone.proof;

import static dev.onboarding.allinone.proof.OutsideWorld.CREATE_TENANT;
import static dev.onboarding.allinone.proof.OutsideWorld.LIST_ENVELOPES;
import static dev.onboarding.allinone.proof.OutsideWorld.SUITEQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.allinone.proof.Exchange.Reply;
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
    world.hold("provisioner", CREATE_TENANT, true, 1);
    cluster.second().freeze();
    List<String> runs = cluster.trigger(cluster.first(), accounts);
    world.awaitHeld("provisioner", 1);
    cluster.second().thaw();
    long before = cluster.epochs(runs);

    cluster.first().kill();
    world.release("provisioner");

    cluster.awaitTakenUp(runs, before);
    cluster.awaitEnded(runs, "COMPLETED");
    cluster.assertOnce(RUNS);
    cluster.assertChecklists(accounts);
    cluster.first().launch().awaitReady();
  }

  @Test
  void leavesARunAloneThatAnotherNodeHasTakenOverWhileItWasFrozen() {
    List<String> accounts = world.accounts("FROZEN-", 1, "ACME-001");
    world.hold("provisioner", CREATE_TENANT, true, 1);
    cluster.second().freeze();
    List<String> runs = cluster.trigger(cluster.first(), accounts);
    world.awaitHeld("provisioner", 1);
    long before = cluster.epochs(runs);

    cluster.first().freeze();
    cluster.second().thaw();
    cluster.awaitTakenUp(runs, before);
    cluster.awaitEnded(runs, "COMPLETED");
    long epochs = cluster.epochs(runs);
    cluster.first().thaw();
    world.release("provisioner");
    cluster.awaitLog(cluster.first(), "another execution goes on with it");

    assertThat(cluster.epochs(runs)).isEqualTo(epochs);
    cluster.awaitEnded(runs, "COMPLETED");
    cluster.assertOnce(1);
  }

  @Test
  void goesOnWhenAConnectorThatOrdersTenantsIsKilled() {
    survivesTheEndOf("mcp-provisioning", "provisioner", CREATE_TENANT, true);
  }

  @Test
  void goesOnWhenAConnectorThatReadsIsKilled() {
    survivesTheEndOf("mcp-netsuite", "netsuite", SUITEQL, false);
  }

  @Test
  void goesOnWhenTheContractAgentIsKilled() {
    survivesTheEndOf("contract-agent", "docusign", LIST_ENVELOPES, false);
  }

  @Test
  void goesOnWhenTheFinanceAgentIsKilled() {
    survivesTheEndOf("finance-agent", "netsuite", SUITEQL, false);
  }

  @Test
  void goesOnWhenPostgresIsKilled() {
    List<String> accounts = world.accounts("KILL-STORE-", RUNS, "ACME-001");
    world.hold("provisioner", CREATE_TENANT, true, 1);
    List<String> runs = cluster.trigger(cluster.first(), accounts);
    world.awaitHeld("provisioner", 1);
    long before = cluster.epochs(runs);

    cluster.system().killDatabase();
    Reply refused = cluster.send(cluster.first(), "ACME-001", "while-the-store-is-gone");
    world.release("provisioner");
    cluster.system().restartDatabase();

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.retryAfter()).isNotEmpty();
    cluster.awaitTakenUp(runs, before);
    cluster.awaitEnded(runs, "COMPLETED");
    cluster.assertOnce(RUNS);
    cluster.assertChecklists(accounts);
    assertThat(cluster.events("while-the-store-is-gone")).isZero();
  }

  /// Kills a process while it serves a run, and starts it again.
  private static void survivesTheEndOf(
      String process, String system, String operation, boolean after) {
    List<String> accounts = world.accounts("KILL-" + process + "-", RUNS, "ACME-001");
    world.hold(system, operation, after, 1);
    List<String> runs = cluster.trigger(cluster.first(), accounts);
    world.awaitHeld(system, 1);

    cluster.system().process(process).kill();
    world.release(system);
    cluster.system().process(process).launch().awaitReady();
    long before = cluster.epochs(runs);

    cluster.awaitTakenUp(runs, before);
    cluster.awaitEnded(runs, "COMPLETED");
    cluster.assertOnce(RUNS);
    cluster.assertChecklists(accounts);
  }
}
