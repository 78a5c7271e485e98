package dev.onboarding.coordinator.pipeline;

import static dev.onboarding.coordinator.RunningCoordinator.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Triggers that come again, at once, or with many others.
class RepeatedTriggerTests {

  private final RunningCoordinator coordinator = RunningCoordinator.shared();
  private final Journeys journeys = new Journeys(coordinator);

  @Test
  void sendsNothingAgainForARepeatedCorrelationId() {
    journeys.told("J-REPEATED", Story.SOUND);
    int calls = coordinator.servers.callsFor("J-REPEATED").size();

    var again = coordinator.rested("J-REPEATED", "J-REPEATED");

    assertThat(Journeys.state(again)).isEqualTo("COMPLETED");
    assertThat(coordinator.servers.callsFor("J-REPEATED")).hasSize(calls);
    assertThat(journeys.mails("J-REPEATED")).hasSize(3);
    assertThat(journeys.channels("J-REPEATED")).hasSize(1);
  }

  @Test
  void makesOneTenantForSimultaneousTriggers() throws Exception {
    coordinator.accounts.tell("J-AT-ONCE", Story.SOUND);
    var event = coordinator.event("J-AT-ONCE", "J-AT-ONCE");
    List<String> runs;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      runs =
          threads
              .invokeAll(
                  IntStream.range(0, 16)
                      .<Callable<String>>mapToObj(
                          each -> () -> Journeys.id(tree(coordinator.webhook(event))))
                      .toList())
              .stream()
              .map(each -> each.resultNow())
              .toList();
    }
    coordinator.resting(runs.getFirst());

    assertThat(runs).containsOnly(runs.getFirst());
    assertThat(journeys.calls("provision_create_tenant", "J-AT-ONCE")).hasSize(1);
    assertThat(journeys.mails("J-AT-ONCE")).hasSize(3);
  }

  @Test
  void executesManyRunsAtTheSameTime() {
    var gathering = new CyclicBarrier(8);
    for (int i = 0; i < 8; i++) {
      coordinator.accounts.tell("J-MANY-" + i, Story.MISSING);
      coordinator.servers.meet("J-MANY-" + i, gathering);
    }

    var runs =
        IntStream.range(0, 8)
            .mapToObj(i -> coordinator.webhook(coordinator.event("J-MANY-" + i, "J-MANY-" + i)))
            .map(answer -> Journeys.id(tree(answer)))
            .toList();

    assertThat(runs)
        .allSatisfy(
            run -> assertThat(Journeys.state(coordinator.resting(run))).isEqualTo("WAITING_FACT"));
    assertThat(gathering.isBroken()).isFalse();
  }
}
