package dev.onboarding.coordinator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.FakeMail;
import dev.onboarding.coordinator.FakeSlack.Trouble;
import dev.onboarding.coordinator.FakeToolServers.Call;
import dev.onboarding.coordinator.PlayedAccounts;
import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Every step that acts, with an error before its call and after it: the run completes, repeats
/// only under the same key, and shows nothing twice.
class StepRepetitionTests {

  private final RunningCoordinator coordinator = RunningCoordinator.shared();
  private final String account = "R-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);

  @ParameterizedTest
  @CsvSource({
    "provision_get_tenant, look_for_tenant",
    "provision_create_tenant, create_tenant",
    "provision_issue_credentials, welcome_customer",
    "tasks_create_checklist, create_checklist",
    "tasks_complete_system, complete_system_tasks"
  })
  void repeatsAToolCallThatNeverArrived(String tool, String step) {
    coordinator.servers.failBefore(tool, lost(ErrorType.NETWORK));

    var run = told();

    assertComplete(run);
    assertThat(tries(run, step)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "provision_create_tenant, create_tenant",
    "provision_issue_credentials, welcome_customer",
    "tasks_create_checklist, create_checklist",
    "tasks_complete_system, complete_system_tasks"
  })
  void repeatsAToolCallOfUnknownOutcomeUnderTheSameKey(String tool, String step) {
    coordinator.servers.failAfter(tool, lost(ErrorType.INDETERMINATE));

    var run = told();

    assertComplete(run);
    assertThat(tries(run, step)).isEqualTo(2);
    assertThat(coordinator.servers.calls(tool, account))
        .extracting(call -> call.text("idempotency_key"))
        .filteredOn(key -> key.equals(firstKey(tool)))
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"salesforce_get_onboarding_snapshot", "contract_assess", "finance_assess"})
  void takesAReadThatFailsForAFailedDomainAndNeverForAPass(String tool) {
    coordinator.servers.failBefore(tool, lost(ErrorType.NETWORK));

    var run = told();

    assertThat(run.path("state").asString()).isEqualTo("WAITING_UPSTREAM");
    assertThat(run.at("/decision/verdict").asString()).isEqualTo("BLOCK");
    assertThat(coordinator.servers.calls("provision_create_tenant", account)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"REFUSED_BEFORE", "LOST_AFTER", "THROTTLED"})
  void showsOneSlackMessageWhateverHappensToItsCall(Trouble trouble) {
    coordinator.slack.trouble(trouble);

    var run = told();

    assertComplete(run);
    assertThat(tries(run, "slack_proceeding")).isEqualTo(2);
  }

  @Test
  void sendsAMailThatTheRelayDidNotTake() {
    coordinator.mail.failBefore();

    var run = told();

    assertComplete(run);
    assertThat(coordinator.mail.sent(account)).hasSize(3);
  }

  @Test
  void repeatsAMailOfUnknownOutcomeAsTheSameMessage() {
    coordinator.mail.failAfter();

    var run = told();

    assertComplete(run);
    assertThat(coordinator.mail.sent(account)).hasSize(4);
  }

  @Test
  void parksWhatCannotHelpItselfAndKeepsWhatWasDone() {
    coordinator.servers.failBefore("tasks_create_checklist", lost(ErrorType.AUTHORIZATION));

    var run = told();

    assertThat(run.path("state").asString()).isEqualTo("PARKED");
    assertThat(run.at("/failure/error_code").asString()).isEqualTo("PLAYED");
    assertThat(tries(run, "create_tenant")).isEqualTo(1);
    assertThat(coordinator.mail.sent(account)).isEmpty();
    assertThat(
            coordinator
                .get("/api/runs/" + run.path("run_id").asString() + "/report.md")
                .statusCode())
        .isEqualTo(200);
  }

  private JsonNode told() {
    coordinator.accounts.tell(account, Story.SOUND);
    return coordinator.rested(account, account);
  }

  private void assertComplete(JsonNode run) {
    assertThat(run.path("state").asString()).as(run.toPrettyString()).isEqualTo("COMPLETED");
    assertThat(coordinator.slack.posts(account)).hasSize(1);
    assertThat(coordinator.mail.sent(account))
        .extracting(message -> FakeMail.header(message, "Message-ID"))
        .satisfies(ids -> assertThat(ids.stream().distinct()).hasSize(3));
    assertThat(coordinator.provisioning.completed(PlayedAccounts.accountId(account))).hasSize(4);
  }

  private String firstKey(String tool) {
    Call first = coordinator.servers.calls(tool, account).getFirst();
    return first.text("idempotency_key");
  }

  private static int tries(JsonNode run, String step) {
    return run.path("steps")
        .valueStream()
        .filter(each -> each.path("step").asString().equals(step))
        .findFirst()
        .orElseThrow()
        .path("tries")
        .asInt();
  }

  private static FailureException lost(ErrorType type) {
    return new FailureException(Failure.of(type, "PLAYED", null, "It was played."));
  }
}
