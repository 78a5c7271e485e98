package dev.onboarding.allinone.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.allinone.proof.Exchange.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A source sends what it has again and again, in any order, to two nodes at once.
abstract class RepeatedEvents {

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
  void makesOneRunOfEachEventHoweverOftenAndInWhateverOrderItComes() {
    List<String> accounts = world.accounts("FLOOD-", 200, "ACME-001");
    var flood = new Flood(cluster);

    flood.send(accounts, 10, 8, List.of(cluster.first(), cluster.second()));
    Reply other = cluster.send(cluster.first(), accounts.get(1), "flood-" + accounts.get(0));

    List<String> runs = flood.runs().values().stream().flatMap(Set::stream).toList();
    assertThat(flood.runs()).hasSize(200);
    assertThat(runs).hasSize(200).doesNotHaveDuplicates();
    assertThat(other.status()).isEqualTo(409);
    cluster.awaitEnded(runs, "COMPLETED", Duration.ofMinutes(5));
    cluster.assertOnce(200);
  }
}
