package dev.onboarding.allinone.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.allinone.Journey;
import dev.onboarding.allinone.OnboardingJourney;
import dev.onboarding.allinone.client.RunView;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/// The same system with every application, PostgreSQL and the outside world in a process of its
/// own, each application from its own jar: what survives, and that it does what it does in one
/// process. One cluster for all of it: starting one takes longer than most of what is done to it.
@ExtendWith(SharedCluster.class)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class SeparateProcessesE2e {

  @Nested
  @Order(1)
  class WhenProcessesDie extends Survival {}

  @Nested
  @Order(2)
  class WhenTheStoreRefuses extends StoreTrouble {}

  @Nested
  @Order(3)
  class WhenEventsAreRepeated extends RepeatedEvents {}

  /// After what counts effects: some of its runs go on by themselves later.
  @Nested
  @Order(4)
  class WhenAllIsWell extends OnboardingJourney {

    @BeforeAll
    static void start(Cluster shared) {
      shared.restore();
      use(shared.journey());
    }
  }

  /// Last, because it is not started again.
  @Nested
  @Order(5)
  class WhenTheOutsideWorldDies {

    @Test
    void staysUpAndBlocks(Cluster cluster) {
      Journey journey = cluster.journey();
      String account = journey.copyOf("ACME-001");
      cluster.system().killSandbox();

      String id = journey.coordinator().trigger(journey.webhook(account));
      RunView run = journey.coordinator().decided(id, Duration.ofSeconds(90));

      assertThat(run.verdict()).isEqualTo("BLOCK");
      assertThat(run.firedRows()).containsExactly("ACCOUNT-FAILED");
      assertThat(cluster.system().allAnswer()).isTrue();
    }
  }
}
