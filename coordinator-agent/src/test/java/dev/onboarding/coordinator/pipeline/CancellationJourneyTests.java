package dev.onboarding.coordinator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A run that stopped after it had done something: people hear of it, and resume or cancel it.
class CancellationJourneyTests {

  private final RunningCoordinator coordinator = RunningCoordinator.shared();
  private final Journeys journeys = new Journeys(coordinator);

  @Test
  void alertsPeopleOfAParkedRunAndGoesOnWhenItIsResumed() {
    var parked = parkedAfterTheTenant("C-RESUMED");
    alerted("C-RESUMED");

    assertThat(order(parked, "resume").statusCode()).isEqualTo(202);

    var done = reaches(parked, "COMPLETED");
    assertThat(journeys.calls("provision_create_tenant", "C-RESUMED")).hasSize(1);
    assertThat(journeys.mails("C-RESUMED")).hasSize(3);
    assertThat(done.at("/acts/0/person").asString()).isEqualTo("Petra Person");
  }

  @Test
  void suspendsTheTenantWhenAParkedRunIsCancelled() throws Exception {
    var parked = parkedAfterTheTenant("C-CANCELLED");

    assertThat(order(parked, "cancel").statusCode()).isEqualTo(202);

    var done = reaches(parked, "CANCELLED");
    var suspension = journeys.calls("provision_suspend_tenant", "C-CANCELLED").getFirst();
    var claims = SignedJWT.parse(suspension.text("decision")).getJWTClaimsSet();
    assertThat(claims.getStringClaim("purpose")).isEqualTo("suspend_tenant");
    assertThat(messages("C-CANCELLED").getLast())
        .contains("was cancelled by Petra Person: The deal fell through", "is suspended");
    assertThat(coordinator.get("/api/runs/" + Journeys.id(done) + "/report.md").body())
        .contains("CANCELLED");
    assertThat(RunningCoordinator.texts(done.path("steps"), "step"))
        .containsSubsequence("create_tenant", "cancel_tasks", "suspend_tenant", "slack_cancelled");
    assertThat(journeys.mails("C-CANCELLED")).isEmpty();
  }

  @Test
  void undoesNothingOfARunThatDidNothing() {
    var waiting = journeys.told("C-WAITING", Story.OVERDUE);

    order(waiting, "cancel");

    reaches(waiting, "CANCELLED");
    assertThat(journeys.calls("provision_suspend_tenant", "C-WAITING")).isEmpty();
    assertThat(messages("C-WAITING").getLast()).contains("Nothing had to be undone.");
    assertThat(order(waiting, "cancel").statusCode()).isEqualTo(200);
    assertThat(order(waiting, "resume").statusCode()).isEqualTo(409);
  }

  @Test
  void reportsARunThatWasCancelledBeforeItWasJudged() {
    coordinator.servers.failBefore(
        "salesforce_get_onboarding_snapshot", new IllegalStateException("A played defect"));
    var begun = journeys.told("C-UNJUDGED", Story.SOUND);
    assertThat(Journeys.state(begun)).isEqualTo("PARKED");
    order(begun, "cancel");

    reaches(begun, "CANCELLED");

    var report = "/api/runs/" + Journeys.id(begun) + "/report.";
    for (var form : List.of("md", "html", "json")) {
      assertThat(coordinator.get(report + form).body())
          .as(form)
          .contains("C-UNJUDGED", "Petra Person", "The deal fell through");
    }
  }

  @Test
  void leavesATenantAloneThatWasThereBefore() {
    journeys.told("C-BEFORE", Story.SOUND);
    coordinator.servers.failBefore("provision_create_tenant", refused());
    var second = coordinator.rested("C-BEFORE", "C-BEFORE-2");
    assertThat(Journeys.state(second)).isEqualTo("PARKED");

    order(second, "cancel");

    reaches(second, "CANCELLED");
    assertThat(journeys.calls("provision_suspend_tenant", "C-BEFORE-2")).isEmpty();
    assertThat(messages("C-BEFORE-2").getLast()).contains("was active before this run and stays");
  }

  @Test
  void refusesAnOrderWithoutAReasonAndKnowsWhoGivesIt() {
    var waiting = journeys.told("C-NAMELESS", Story.OVERDUE);
    var address = "/api/runs/" + Journeys.id(waiting) + "/cancel";

    assertThat(coordinator.post(address, "{\"by\":\"Petra\"}").statusCode()).isEqualTo(400);
    assertThat(coordinator.post(address, "{\"reason\":\"Because\"}").statusCode()).isEqualTo(202);
  }

  private JsonNode parkedAfterTheTenant(String account) {
    coordinator.servers.failBefore("tasks_create_checklist", refused());
    var parked = journeys.told(account, Story.SOUND);
    assertThat(Journeys.state(parked)).as(parked.toPrettyString()).isEqualTo("PARKED");
    return parked;
  }

  private void alerted(String correlation) {
    var end = coordinator.clock.instant().plusSeconds(20);
    while (messages(correlation).stream().noneMatch(text -> text.contains("is parked"))) {
      assertThat(coordinator.clock.instant()).isBefore(end);
      Thread.onSpinWait();
    }
    assertThat(journeys.channels(correlation)).containsExactly("#cs-onboarding-alerts");
  }

  private static FailureException refused() {
    return new FailureException(
        Failure.of(ErrorType.AUTHORIZATION, "PLAYED", null, "It was played."));
  }

  private HttpResponse<String> order(JsonNode run, String order) {
    return coordinator.post(
        "/api/runs/" + Journeys.id(run) + "/" + order,
        RunningCoordinator.json(Map.of("by", "Petra Person", "reason", "The deal fell through")));
  }

  private JsonNode reaches(JsonNode run, String state) {
    return coordinator.until(Journeys.id(run), now -> Journeys.state(now).equals(state));
  }

  private List<String> messages(String correlation) {
    return coordinator.slack.posts(correlation).stream()
        .map(post -> post.path("text").asString())
        .toList();
  }
}
