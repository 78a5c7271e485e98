package dev.onboarding.coordinator.pipeline;

import static dev.onboarding.coordinator.RunningCoordinator.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import org.junit.jupiter.api.Test;

/// The way of a run that asks a person.
class ApprovalJourneyTests {

  private final RunningCoordinator coordinator = RunningCoordinator.shared();
  private final Journeys journeys = new Journeys(coordinator);

  @Test
  void provisionsAnEscalationOnceAPersonApproved() throws Exception {
    var run = journeys.told("J-APPROVED", Story.OVERDUE);
    assertThat(Journeys.state(run)).isEqualTo("WAITING_APPROVAL");
    assertThat(journeys.channels("J-APPROVED")).containsExactly("#cs-onboarding");
    assertThat(journeys.calls("provision_create_tenant", "J-APPROVED")).isEmpty();

    var answer = journeys.answer(run, "APPROVE");

    assertThat(answer.statusCode()).isEqualTo(202);
    var done = coordinator.until(Journeys.id(run), now -> Journeys.state(now).equals("COMPLETED"));
    var order = journeys.calls("provision_create_tenant", "J-APPROVED").getFirst();
    var claims = SignedJWT.parse(order.text("decision")).getJWTClaimsSet();
    assertThat(claims.getStringClaim("verdict")).isEqualTo("ESCALATE");
    assertThat(claims.getStringClaim("approval")).isEqualTo(done.at("/approval/id").asString());
    assertThat(journeys.channels("J-APPROVED")).containsExactly("#cs-onboarding", "#cs-onboarding");
    assertThat(coordinator.slack.posts("J-APPROVED"))
        .extracting(post -> post.path("text").asString())
        .satisfiesExactly(
            asking -> assertThat(asking).startsWith("A person must answer"),
            proceeding -> assertThat(proceeding).startsWith("Approved by Petra Person"));
    assertThat(journeys.answer(run, "APPROVE").statusCode()).isEqualTo(200);
    assertThat(journeys.calls("provision_create_tenant", "J-APPROVED")).hasSize(1);
  }

  @Test
  void provisionsNothingAfterARejection() {
    var run = journeys.told("J-REJECTED", Story.OVERDUE);

    journeys.answer(run, "REJECT");

    var done = coordinator.until(Journeys.id(run), now -> Journeys.state(now).equals("REJECTED"));
    assertThat(journeys.calls("provision_create_tenant", "J-REJECTED")).isEmpty();
    assertThat(coordinator.slack.posts("J-REJECTED").getLast().path("text").asString())
        .contains("rejected by Petra Person", "Paid tomorrow");
    assertThat(coordinator.get("/api/runs/" + Journeys.id(run) + "/report.md").body())
        .contains("ejected");
    assertThat(texts(done.path("history"), "state"))
        .endsWith("WAITING_APPROVAL", "ACTING", "REJECTED");
  }

  @Test
  void asksAPersonEvenWhenAllIsWell() {
    var run = journeys.started("J-ASKED", Story.SOUND, "approve-all");
    assertThat(Journeys.state(run)).isEqualTo("WAITING_APPROVAL");
    assertThat(run.at("/decision/verdict").asString()).isEqualTo("PROCEED");

    journeys.answer(run, "APPROVE");

    coordinator.until(Journeys.id(run), now -> Journeys.state(now).equals("COMPLETED"));
    assertThat(journeys.calls("provision_create_tenant", "J-ASKED")).hasSize(1);
  }
}
