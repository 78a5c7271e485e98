package dev.onboarding.coordinator.pipeline;

import static dev.onboarding.coordinator.RunningCoordinator.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import org.junit.jupiter.api.Test;

/// The way of a run from webhook to report, each story once.
class OnboardingJourneyTests {

  private final RunningCoordinator coordinator = RunningCoordinator.shared();

  @Test
  void provisionsASoundAccount() {
    coordinator.accounts.tell("J-SOUND", Story.SOUND);

    var run = coordinator.rested("J-SOUND", "j-sound");

    assertThat(run.path("state").asString()).as(run.toPrettyString()).isEqualTo("COMPLETED");
    assertThat(run.at("/decision/verdict").asString()).isEqualTo("PROCEED");
    assertThat(texts(run.path("steps"), "step"))
        .containsExactly(
            "gather_evidence",
            "judge_evidence",
            "advise",
            "create_tenant",
            "await_tenant",
            "create_checklist",
            "slack_proceeding",
            "mail_success",
            "welcome_customer",
            "send_training",
            "complete_system_tasks",
            "report_completed");
  }

  @Test
  void waitsForTheFactThatBlocks() {
    coordinator.accounts.tell("J-NOTWON", Story.NOT_WON);

    var run = coordinator.rested("J-NOTWON", "j-notwon");

    assertThat(run.path("state").asString()).isEqualTo("WAITING_FACT");
    assertThat(run.at("/decision/verdict").asString()).isEqualTo("BLOCK");
    assertThat(coordinator.servers.calls("provision_create_tenant", "j-notwon")).isEmpty();
  }
}
