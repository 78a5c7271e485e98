package dev.onboarding.coordinator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.FakeMail;
import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Whom a run writes to, and that no address stops one.
class MailRecipientTests {

  private final RunningCoordinator coordinator = RunningCoordinator.shared();
  private final Journeys journeys = new Journeys(coordinator);

  @AfterEach
  void refuseNobody() {
    coordinator.mail.refuse("");
  }

  @Test
  void writesToTheSignatoryByName() {
    journeys.told("R-SOUND", Story.SOUND);

    assertThat(recipients("R-SOUND").subList(1, 3))
        .containsExactly("sandra@customer.example", "sandra@customer.example");
    assertThat(FakeMail.content(journeys.mails("R-SOUND").get(2)))
        .contains("Hello Sandra Signatory,", "tenant is ready. You sign in at");
  }

  @Test
  void writesToTheInvoicesAddressWhenTheSignatorysCannotBeUsed() {
    var run = journeys.told("R-GROUP", Story.UNUSABLE_SIGNATORY);

    assertThat(Journeys.state(run)).isEqualTo("COMPLETED");
    assertThat(recipients("R-GROUP").subList(1, 3))
        .containsExactly("billing@customer.example", "billing@customer.example");
    assertThat(FakeMail.content(journeys.mails("R-GROUP").get(2)))
        .contains("Hello,")
        .doesNotContain("Sandra");
    assertThat(report(run)).contains("done: The signatory's address cannot be written to");
  }

  @Test
  void writesToTheInvoicesAddressWhenTheRelayRefusesTheSignatorys() {
    coordinator.mail.refuse("sandra@customer.example");

    var run = journeys.told("R-REFUSED", Story.SOUND);

    assertThat(Journeys.state(run)).isEqualTo("COMPLETED");
    assertThat(recipients("R-REFUSED").subList(1, 3))
        .containsExactly("billing@customer.example", "billing@customer.example");
    assertThat(report(run)).contains("done: The signatory's address cannot be written to");
  }

  @Test
  void warnsInTheReportWhenNobodyCanBeWrittenTo() {
    var run = journeys.told("R-NOBODY", Story.NOBODY_TO_WELCOME);

    assertThat(Journeys.state(run)).isEqualTo("COMPLETED");
    assertThat(report(run)).contains("not sent: Neither a signatory's nor an invoice's usable");
  }

  @Test
  void writesToCustomerSuccessWhenTheOwnersAddressCannotBeUsed() {
    var run = journeys.told("R-OWNER", Story.UNUSABLE_OWNER);

    assertThat(Journeys.state(run)).isEqualTo("COMPLETED");
    assertThat(recipients("R-OWNER").getFirst()).isEqualTo("customer-success@example.com");
    assertThat(report(run)).contains("done: The owner's address cannot be written to");
  }

  @Test
  void goesOnWhenTheRelayRefusesOurOwnPeople() {
    coordinator.mail.refuse("customer-success@example.com");

    var run = journeys.told("R-OURS", Story.UNUSABLE_OWNER);

    assertThat(Journeys.state(run)).isEqualTo("COMPLETED");
    assertThat(recipients("R-OURS")).hasSize(2);
    assertThat(report(run)).contains("not sent: The relay refused the addresses of owner");
  }

  @Test
  void pointsToTheReadableReport() {
    var run = journeys.told("R-LINK", Story.NOT_WON);

    assertThat(FakeMail.content(journeys.mails("R-LINK").getFirst()))
        .contains("/api/runs/" + Journeys.id(run) + "/report.html");
  }

  private List<String> recipients(String correlation) {
    return journeys.mails(correlation).stream()
        .map(message -> FakeMail.header(message, "To"))
        .toList();
  }

  private String report(JsonNode run) {
    return coordinator.get("/api/runs/" + Journeys.id(run) + "/report.md").body();
  }
}
