package dev.onboarding.coordinator.pipeline;

import static dev.onboarding.coordinator.RunningCoordinator.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.FakeMail;
import dev.onboarding.coordinator.FakeToolServers.Call;
import dev.onboarding.coordinator.PlayedAccounts;
import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/// The way of a run from webhook to report, each story once.
class OnboardingJourneyTests {

  private final RunningCoordinator coordinator = RunningCoordinator.shared();
  private final Journeys journeys = new Journeys(coordinator);

  @Test
  void provisionsASoundAccount() {
    var run = journeys.told("J-SOUND", Story.SOUND);

    assertThat(Journeys.state(run)).as(run.toPrettyString()).isEqualTo("COMPLETED");
    assertThat(run.at("/decision/verdict").asString()).isEqualTo("PROCEED");
    assertThat(texts(run.path("steps"), "step"))
        .containsExactly(
            "gather_evidence",
            "judge_evidence",
            "advise",
            "confirm_evidence",
            "look_for_tenant",
            "create_tenant",
            "await_tenant",
            "create_checklist",
            "slack_proceeding",
            "mail_success",
            "welcome_customer",
            "send_training",
            "complete_system_tasks",
            "report_completed");
    assertThat(texts(run.path("history"), "state"))
        .containsExactly("QUEUED", "GATHERING", "ACTING", "COMPLETED");
    assertThat(journeys.channels("J-SOUND")).containsExactly("#cs-onboarding");
    assertThat(journeys.mails("J-SOUND"))
        .extracting(message -> FakeMail.header(message, "To"))
        .satisfiesExactly(
            success -> assertThat(success).contains("olga@vendor.example", "customer-success@"),
            welcome -> assertThat(welcome).isEqualTo("sandra@customer.example"),
            training -> assertThat(training).isEqualTo("sandra@customer.example"));
    assertThat(coordinator.provisioning.completed(PlayedAccounts.accountId("J-SOUND")))
        .containsExactlyInAnyOrder(
            "create_tenant",
            "generate_api_credentials",
            "send_welcome_email",
            "send_training_materials");
    assertThat(coordinator.get("/api/runs/" + Journeys.id(run) + "/report.md").body())
        .contains("| `complete_system_tasks` | done |")
        .doesNotContain("| waiting |");
  }

  @Test
  void isNotStoppedByACharacterTheDatabaseCannotKeep() {
    var run = journeys.told("J-NUL", Story.NUL_IN_NAME);

    assertThat(Journeys.state(run)).as(run.toPrettyString()).isEqualTo("COMPLETED");
    assertThat(run.path("account_name").asString()).isEqualTo("Customer\ufffdJ-NUL");
    assertThat(journeys.calls("salesforce_get_onboarding_snapshot", "J-NUL")).hasSize(1);
  }

  @Test
  void handsTheSpecialistsTheAccountAndItsOwnDay() {
    journeys.told("J-CONTEXT", Story.SOUND);

    var contract = journeys.calls("contract_assess", "J-CONTEXT").getFirst();
    var account = contract.arguments().at("/accounts/0");
    assertThat(account.path("account_id").asString())
        .isEqualTo(PlayedAccounts.accountId("J-CONTEXT"));
    assertThat(account.path("today").asString())
        .isEqualTo(
            coordinator
                .clock
                .instant()
                .atZone(ZoneId.of("Pacific/Auckland"))
                .toLocalDate()
                .toString());
    assertThat(journeys.calls("finance_assess", "J-CONTEXT").getFirst().arguments())
        .isEqualTo(contract.arguments());
  }

  @Test
  void blocksAndWaitsForTheFact() {
    var run = journeys.told("J-NOTWON", Story.NOT_WON);

    assertThat(Journeys.state(run)).isEqualTo("WAITING_FACT");
    assertThat(run.at("/decision/verdict").asString()).isEqualTo("BLOCK");
    assertThat(journeys.channels("J-NOTWON")).containsExactly("#cs-onboarding-alerts");
    assertThat(journeys.mails("J-NOTWON")).hasSize(1);
    assertThat(journeys.calls("provision_create_tenant", "J-NOTWON")).isEmpty();
  }

  @Test
  void asksNobodyElseAboutAnAccountThatDoesNotExist() {
    var run = journeys.told("J-MISSING", Story.MISSING);

    assertThat(Journeys.state(run)).isEqualTo("WAITING_FACT");
    assertThat(coordinator.servers.callsFor("J-MISSING"))
        .extracting(Call::tool)
        .containsExactly("salesforce_get_onboarding_snapshot");
  }

  @Test
  void asksNobodyElseAboutADeletedAccount() {
    var run = journeys.told("J-DELETED", Story.DELETED);

    assertThat(run.at("/decision/verdict").asString()).isEqualTo("BLOCK");
    assertThat(coordinator.servers.callsFor("J-DELETED"))
        .extracting(Call::tool)
        .containsExactly("salesforce_get_onboarding_snapshot");
  }

  @Test
  void letsNothingLeaveWhenItOnlyObserves() {
    var run = journeys.started("J-OBSERVED", Story.SOUND, "observe");

    assertThat(Journeys.state(run)).isEqualTo("COMPLETED");
    assertThat(run.at("/decision/verdict").asString()).isEqualTo("PROCEED");
    assertThat(run.path("effects")).isEmpty();
    assertThat(coordinator.servers.callsFor("J-OBSERVED"))
        .extracting(Call::tool)
        .containsExactlyInAnyOrder(
            "salesforce_get_onboarding_snapshot", "contract_assess", "finance_assess");
    assertThat(coordinator.get("/api/runs/" + Journeys.id(run) + "/report.md").statusCode())
        .isEqualTo(200);
  }

  @Test
  void waitsForASlowTenantWithoutHoldingAThread() {
    coordinator.provisioning.slow(PlayedAccounts.accountId("J-SLOW"), 3);

    var run = journeys.told("J-SLOW", Story.SOUND);

    assertThat(Journeys.state(run)).isEqualTo("COMPLETED");
    assertThat(texts(run.path("history"), "state")).contains("WAITING_PROVISIONING");
    assertThat(journeys.calls("provision_get_tenant", "J-SLOW"))
        .filteredOn(call -> call.arguments().has("tenant_id"))
        .hasSize(3);
    assertThat(journeys.calls("provision_create_tenant", "J-SLOW")).hasSize(1);
  }

  @Test
  void issuesNoCredentialsWhenNobodyCanBeWelcomed() {
    var run = journeys.told("J-NOBODY", Story.NOBODY_TO_WELCOME);

    assertThat(Journeys.state(run)).isEqualTo("COMPLETED");
    assertThat(journeys.calls("provision_issue_credentials", "J-NOBODY")).isEmpty();
    assertThat(journeys.mails("J-NOBODY")).hasSize(1);
    assertThat(coordinator.provisioning.completed(PlayedAccounts.accountId("J-NOBODY")))
        .containsExactly("create_tenant");
    assertThat(coordinator.get("/api/runs/" + Journeys.id(run) + "/report.md").body())
        .contains("was not welcomed");
  }
}
