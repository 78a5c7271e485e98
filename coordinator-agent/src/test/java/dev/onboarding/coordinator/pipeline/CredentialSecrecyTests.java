package dev.onboarding.coordinator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.FakeMail;
import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where the link to the credentials may stand, and where not.
class CredentialSecrecyTests {

  private static final String SECRET = "one-time-link-secret-";

  private final RunningCoordinator coordinator = RunningCoordinator.shared();
  private final Journeys journeys = new Journeys(coordinator);

  @Test
  void showsTheCredentialsLinkToTheCustomerAndToNobodyElse() throws Exception {
    var run = journeys.told("J-SECRET", Story.SOUND);

    assertThat(journeys.mails("J-SECRET"))
        .filteredOn(message -> FakeMail.content(message).contains(SECRET))
        .extracting(message -> FakeMail.header(message, "To"))
        .containsExactly("sandra@customer.example");
    assertThat(coordinator.slack.posts("J-SECRET").toString()).doesNotContain(SECRET);
    assertThat(coordinator.get("/api/runs/" + Journeys.id(run)).body()).doesNotContain(SECRET);
    for (var form : List.of("md", "html", "json")) {
      assertThat(coordinator.get("/api/runs/" + Journeys.id(run) + "/report." + form).body())
          .doesNotContain(SECRET);
    }
    for (var table :
        List.of("run", "attempt", "step", "effect", "report", "approval", "state_change")) {
      assertThat(rows(table)).as(table).doesNotContain(SECRET);
    }
    try (var files = Files.list(coordinator.reports)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(SECRET));
    }
  }

  @Test
  void saysWhatItDidAndNotUnderWhichKeyItIssuedCredentials() {
    var run = journeys.told("J-KEYS", Story.SOUND);
    var id = Journeys.id(run);
    var key = journeys.calls("provision_issue_credentials", "J-KEYS").getFirst();

    assertThat(key.text("idempotency_key")).isEqualTo(id + "/1/welcome_customer");
    for (var address : List.of("", "/report.md", "/report.html", "/report.json")) {
      assertThat(coordinator.get("/api/runs/" + id + address).body())
          .as(address)
          .contains(id + "/1/send_training", "welcome_customer")
          .doesNotContain(key.text("idempotency_key"))
          .doesNotContain("already onboarded");
    }
  }

  @Test
  void writesItsFiles() {
    var run = Journeys.id(journeys.told("J-FILES", Story.SOUND));

    assertThat(coordinator.reports)
        .isDirectoryContaining("glob:**/run_report_" + run + ".md")
        .isDirectoryContaining("glob:**/audit_" + run + ".json")
        .isDirectoryContaining("glob:**/email_success_" + run + ".html")
        .isDirectoryContaining("glob:**/email_welcome_" + run + ".html")
        .isDirectoryContaining("glob:**/email_training_" + run + ".html");
  }

  private String rows(String table) {
    return coordinator
        .jdbc()
        .sql("select coalesce(string_agg(t::text, ' '), '') from coordinator." + table + " t")
        .query(String.class)
        .single();
  }
}
