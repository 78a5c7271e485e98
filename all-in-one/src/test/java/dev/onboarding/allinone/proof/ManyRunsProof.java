package dev.onboarding.allinone.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.onboarding.allinone.proof.OutsideWorld.Effects;
import dev.onboarding.allinone.system.OwnProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Many runs on two nodes: one node and PostgreSQL die in the middle, and webhooks come ten times.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyRunsProof {

  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final int KILL_NODE_AT = 100;
  private static final int KILL_STORE_AT = 250;

  private final ProofTable table = new ProofTable(2, "Many runs on two nodes");

  private Cluster cluster;
  private OutsideWorld world;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    cluster = Cluster.start(folder);
    world = cluster.world();
  }

  @BeforeEach
  void restore() {
    cluster.restore();
  }

  @AfterEach
  void write() {
    table.write();
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  @Test
  void finishesFiveHundredRunsThoughANodeAndTheStoreDie() {
    Map<String, List<String>> stories = new LinkedHashMap<>();
    stories.put("COMPLETED", world.accounts("MANY-P-", 300, "ACME-001"));
    stories.put("WAITING_FACT", world.accounts("MANY-B-", 100, "BETA-002"));
    stories.put("WAITING_APPROVAL", world.accounts("MANY-E-", 100, "GAMMA-003"));
    Map<String, List<String>> runs = new LinkedHashMap<>();
    List<OwnProcess> nodes = List.of(cluster.first(), cluster.second());
    stories.forEach((state, accounts) -> {
      var ids = new ArrayList<String>();
      for (int i = 0; i < accounts.size(); i++) {
        ids.add(cluster.trigger(nodes.get(i % 2), accounts.get(i)));
      }
      runs.put(state, ids);
    });

    awaitResting(KILL_NODE_AT);
    cluster.first().kill();
    awaitResting(KILL_STORE_AT);
    cluster.system().killDatabase();
    cluster.system().restartDatabase();

    runs.forEach((state, ids) -> cluster.awaitEnded(ids, state, PATIENCE));
    runs.forEach((state, ids) -> {
      String what = "500 runs, one node killed, PostgreSQL killed: " + state;
      table.row(what, ids.size(), cluster.ended(ids, state));
    });
    Effects effects = world.effects();
    table.row("the same: tenants, one per account", 300, effects.tenants());
    table.row("the same: Slack messages, one per run", 500, effects.messages());
    table.row("the same: different mails", expectedMails(), effects.distinctMails());
    assertThat(effects.tenants()).isEqualTo(300);
    assertThat(effects.credentials()).isEqualTo(300);
    assertThat(effects.messages()).isEqualTo(500);
    assertThat(effects.distinctMails()).isEqualTo(expectedMails());
    cluster.assertChecklists(stories.get("COMPLETED"));
  }

  @Test
  void makesTwoThousandRunsOfTwentyThousandWebhooks() {
    List<String> accounts = world.accounts("FLOOD-", 2_000, "ACME-001");
    var flood = new Flood(cluster);

    flood.send(accounts, 10, 16, List.of(cluster.first(), cluster.second()));

    List<String> runs = flood.runs().values().stream().flatMap(Set::stream).distinct().toList();
    cluster.awaitEnded(runs, "COMPLETED", PATIENCE);
    Effects effects = world.effects();
    table.row("20,000 webhooks for 2,000 ids over 16 connections: runs", 2_000, runs.size());
    table.row("the same: completed", 2_000, cluster.ended(runs, "COMPLETED"));
    table.row("the same: tenants", 2_000, effects.tenants());
    table.row("the same: Slack messages", 2_000, effects.messages());
    table.row("the same: different mails", 6_000, effects.distinctMails());
    assertThat(runs).hasSize(2_000);
    cluster.assertOnce(2_000);
  }

  /// Three mails to each sound customer's people, one about each of the others.
  private static int expectedMails() {
    return 300 * 3 + 100 + 100;
  }

  private void awaitResting(int runs) {
    await(runs + " runs rest")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() ->
            cluster.count(
                    "select count(*) from coordinator.run where account_key like 'MANY-%' and state"
                        + " in ('COMPLETED', 'WAITING_FACT', 'WAITING_APPROVAL')")
                >= runs);
  }
}
