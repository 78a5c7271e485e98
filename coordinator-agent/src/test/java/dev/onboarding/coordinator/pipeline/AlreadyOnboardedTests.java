package dev.onboarding.coordinator.pipeline;

import static dev.onboarding.coordinator.RunningCoordinator.texts;
import static dev.onboarding.coordinator.RunningCoordinator.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.FakeMail;
import dev.onboarding.coordinator.PlayedAccounts;
import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Another trigger for an account whose tenant is there, or is just being made for another run.
class AlreadyOnboardedTests {

  private final RunningCoordinator coordinator = RunningCoordinator.shared();
  private final Journeys journeys = new Journeys(coordinator);

  @Test
  void welcomesNobodyASecondTime() {
    journeys.told("J-TWICE", Story.SOUND);

    var second = coordinator.rested("J-TWICE", "J-TWICE-LATER");

    assertThat(Journeys.state(second)).as(second.toPrettyString()).isEqualTo("COMPLETED");
    assertThat(texts(second.path("steps"), "step"))
        .containsExactly(
            "gather_evidence",
            "judge_evidence",
            "advise",
            "confirm_evidence",
            "look_for_tenant",
            "create_tenant",
            "await_tenant",
            "slack_proceeding",
            "report_completed");
    assertThat(journeys.calls("provision_issue_credentials", "J-TWICE-LATER")).isEmpty();
    assertThat(journeys.calls("tasks_create_checklist", "J-TWICE-LATER")).isEmpty();
    assertThat(journeys.mails("J-TWICE-LATER")).isEmpty();
    assertThat(coordinator.slack.posts("J-TWICE-LATER"))
        .singleElement()
        .satisfies(
            post -> assertThat(post.path("text").asString()).startsWith("Already onboarded"));
    for (var form : new String[] {"md", "html", "json"}) {
      assertThat(coordinator.get("/api/runs/" + Journeys.id(second) + "/report." + form).body())
          .contains("already onboarded");
    }
  }

  @Test
  void asksNobodyAboutAnAccountThatIsOnboarded() {
    journeys.told("J-ONBOARDED", Story.SOUND);
    coordinator.accounts.tell("J-ONBOARDED", Story.OVERDUE);

    var second = coordinator.rested("J-ONBOARDED", "J-ONBOARDED-2");

    assertThat(Journeys.state(second)).as(second.toPrettyString()).isEqualTo("COMPLETED");
    assertThat(second.at("/decision/verdict").asString()).isEqualTo("ESCALATE");
    assertThat(coordinator.slack.posts("J-ONBOARDED-2"))
        .singleElement()
        .satisfies(post ->
            assertThat(post.path("text").asString()).contains("already onboarded", "ESCALATE"));
    assertThat(journeys.mails("J-ONBOARDED-2")).isEmpty();
  }

  @Test
  void welcomesOnceWhenTwoTriggersComeAtOnce() {
    coordinator.accounts.tell("J-BOTH", Story.SOUND);
    coordinator.provisioning.slow(PlayedAccounts.accountId("J-BOTH"), 4);

    var runs =
        Stream.of("J-BOTH-ONE", "J-BOTH-TWO")
            .map(event -> tree(coordinator.webhook(coordinator.event("J-BOTH", event))))
            .toList()
            .stream()
            .map(run -> coordinator.resting(Journeys.id(run)))
            .toList();

    assertThat(runs).allSatisfy(run -> assertThat(Journeys.state(run)).isEqualTo("COMPLETED"));
    assertThat(Stream.of("J-BOTH-ONE", "J-BOTH-TWO").flatMap(id -> journeys.mails(id).stream()))
        .filteredOn(mail -> FakeMail.header(mail, "To").equals("sandra@customer.example"))
        .hasSize(2);
    assertThat(
            Stream.of("J-BOTH-ONE", "J-BOTH-TWO")
                .flatMap(id -> journeys.calls("provision_issue_credentials", id).stream()))
        .hasSize(1);
  }
}
