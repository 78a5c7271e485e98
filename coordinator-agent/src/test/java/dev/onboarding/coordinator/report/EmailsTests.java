package dev.onboarding.coordinator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmailsTests {

  private final Emails emails = new Emails();

  @Test
  void tellsWhatBlocksAndWhoMustDoWhat() {
    Email email = emails.blocked(SampleRuns.throttled());

    assertThat(email.kind()).isEqualTo("blocked");
    assertThat(email.subject()).isEqualTo("Blocked: onboarding of Delta (ACCT-001)");
    assertThat(List.of(email.html(), email.text()))
        .allSatisfy(body ->
            assertThat(body)
                .contains("INVOICE-FAILED", "Integration Admin", "Back off")
                .contains("not because anything is known to be wrong")
                .doesNotContain("How to decide", "HOW TO DECIDE"));
  }

  @Test
  void tellsHowToDecideAnEscalation() {
    Email email = emails.escalation(SampleRuns.overdue());

    assertThat(List.of(email.html(), email.text()))
        .allSatisfy(body ->
            assertThat(body)
                .contains("25 days overdue")
                .contains("./onboarding approve run-0001 --reason")
                .contains("./onboarding reject run-0001 --reason")
                .contains("http://127.0.0.1:8080/api/runs/run-0001/report.html"));
  }

  @Test
  void tellsOfTheTenantAndTheChecklistOnSuccess() {
    Email email = emails.success(SampleRuns.proceeding());

    assertThat(List.of(email.html(), email.text()))
        .allSatisfy(body ->
            assertThat(body)
                .contains("tenant-1", "https://acme.example/login", "Schedule kickoff")
                .doesNotContain("Approved in spite of", "APPROVED IN SPITE OF"));
  }

  @Test
  void doesNotAskAgainOnceAPersonHasApproved() {
    Email email = emails.success(SampleRuns.overdue());

    assertThat(email.html()).contains("Approved in spite of", "25 days overdue");
    assertThat(email.text()).contains("APPROVED IN SPITE OF", "ESCALATE, approved");
    assertThat(List.of(email.html(), email.text()))
        .allSatisfy(body -> assertThat(body).doesNotContain("Approve or reject"));
  }

  @Test
  void welcomesTheCustomerWithTenantAndLogin() {
    Email email = emails.welcome(welcome("Acme", null));

    assertThat(email.kind()).isEqualTo("welcome");
    assertThat(email.subject()).isEqualTo("Welcome, Acme: your tenant is ready");
    assertThat(List.of(email.html(), email.text()))
        .allSatisfy(body ->
            assertThat(body)
                .contains("tenant-1", "https://acme.example/login", "Hello Sam Signer")
                .contains(SampleRuns.CORRELATION)
                .doesNotContain("credentials"));
  }

  @Test
  void tellsTheCustomerNothingInternal() {
    Email email = emails.welcome(welcome("Acme", URI.create("https://once.example/abc")));

    assertThat(List.of(email.html(), email.text()))
        .allSatisfy(body ->
            assertThat(body)
                .contains("https://once.example/abc")
                .doesNotContainIgnoringCase("risk")
                .doesNotContainIgnoringCase("rule")
                .doesNotContainIgnoringCase("invoice")
                .doesNotContainIgnoringCase("escalat")
                .doesNotContain("PROCEED"));
  }

  @Test
  void linksToNothingButWebPages() {
    WelcomeInput input =
        new WelcomeInput(
            "Acme",
            null,
            "tenant-1",
            "Starter",
            URI.create("javascript:alert(1)"),
            URI.create("data:text/html,x"),
            null,
            null,
            SampleRuns.CORRELATION);

    Email email = emails.welcome(input);

    assertThat(email.html()).doesNotContain("javascript:", "data:text").contains("Hello,");
    assertThat(email.text()).doesNotContain("javascript:");
  }

  @Test
  void keepsTheSubjectInOneLine() {
    Email email = emails.welcome(welcome("Acme\r\nBcc: all@example.com", null));

    assertThat(email.subject()).doesNotContain("\r", "\n").contains("Acme Bcc");
  }

  @Test
  void letsNoNamePushTheRestOutOfTheSubjectNorBecomeALink() {
    assertThat(emails.welcome(welcome("A".repeat(500), null)).subject())
        .endsWith("…: your tenant is ready")
        .hasSizeLessThan(140);
    assertThat(emails.welcome(welcome("Win at https://evil.example", null)).subject())
        .isEqualTo("Welcome, Win at https[:]//evil.example: your tenant is ready");
  }

  @Test
  void tellsThePersonWhereToLearnAndToSignIn() {
    Email email = emails.training(training("Robin Castellan", "Acme"));

    assertThat(email.kind()).isEqualTo("training");
    assertThat(email.text()).startsWith("Hello Robin Castellan,\n");
    assertThat(List.of(email.html(), email.text()))
        .allSatisfy(body ->
            assertThat(body)
                .contains("Hello Robin Castellan,", "your Enterprise tenant is ready")
                .contains("https://acme.example/login", "https://training.example.com/start")
                .contains(SampleRuns.CORRELATION));
    assertThat(emails.training(training(null, "Acme")).text()).startsWith("Hello,\n");
  }

  @Test
  void printsNeitherLinkNorMarkupOfANameToCustomers() {
    var evil = "Pay\r\nat https://evil.example <b>now</b> www.evil.example " + "x".repeat(500);
    var late = new CustomerInput.Late(evil, "tenant-1", evil, null, 3, false);

    for (Email email : List.of(emails.training(training(evil, evil)), emails.reminder(late))) {
      assertThat(email.subject()).doesNotContain("\n", "https://").hasSizeLessThan(160);
      assertThat(email.text())
          .contains("Pay at https[:]//evil.example")
          .doesNotContain("https://evil", "www.evil", "x".repeat(100));
      assertThat(email.html())
          .contains("https[:]//evil.example &lt;b&gt;now")
          .doesNotContain("https://evil", "www.evil", "<b>now", "x".repeat(100));
    }
  }

  @Test
  void remindsOfWhatIsLate() {
    var due = LocalDate.EPOCH;
    Email one = emails.reminder(new CustomerInput.Late("Acme", "t-1", "Sign in", due, 1, false));
    Email many = emails.reminder(new CustomerInput.Late("Acme", "t-1", "Sign in", due, 9, true));

    assertThat(one.subject()).isEqualTo("Reminder: Sign in");
    assertThat(one.text()).contains("\"Sign in\" was due on 1970-01-01 and is 1 day late.");
    assertThat(many.subject()).isEqualTo("Overdue: Sign in");
    assertThat(many.html()).contains("9 days", "Account Acme, tenant t-1");
  }

  @Test
  void escapesWhatComesFromOutside() {
    ReportInput input = SampleRuns.named("<script>x</script>");

    assertThat(emails.blocked(input).html())
        .doesNotContain("<script>x")
        .contains("&lt;script&gt;x&lt;/script&gt;");
    assertThat(emails.welcome(welcome("<script>x</script>", null)).html())
        .doesNotContain("<script>x");
  }

  @Test
  void carriesTheCorrelationIdInAll() {
    assertThat(
            List.of(
                emails.blocked(SampleRuns.throttled()),
                emails.escalation(SampleRuns.overdue()),
                emails.success(SampleRuns.proceeding())))
        .allSatisfy(email -> {
          assertThat(email.html()).contains(SampleRuns.CORRELATION);
          assertThat(email.text()).contains(SampleRuns.CORRELATION);
        });
  }

  private static CustomerInput.Training training(String person, String account) {
    return new CustomerInput.Training(
        account,
        person,
        "ENTERPRISE",
        URI.create("https://acme.example/login"),
        URI.create("https://training.example.com/start"),
        SampleRuns.CORRELATION);
  }

  private static WelcomeInput welcome(String account, URI credentials) {
    return new WelcomeInput(
        account,
        "Sam Signer",
        "tenant-1",
        "Enterprise",
        URI.create("https://acme.example/login"),
        credentials,
        "Olga Owner",
        "olga@example.com",
        SampleRuns.CORRELATION);
  }
}
