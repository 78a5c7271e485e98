package dev.onboarding.coordinator.report;

import dev.onboarding.adviser.AdviceRequest;
import dev.onboarding.adviser.FallbackAdviser;
import dev.onboarding.coordinator.report.ReportInput.Effect;
import dev.onboarding.coordinator.report.ReportInput.RunFacts;
import dev.onboarding.coordinator.report.ReportInput.StateChange;
import dev.onboarding.coordinator.report.ReportInput.Task;
import dev.onboarding.coordinator.report.ReportInput.Tenant;
import dev.onboarding.coordinator.report.ReportInput.Version;
import dev.onboarding.coordinator.rule.Contexts;
import dev.onboarding.coordinator.rule.Explained;
import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.coordinator.rule.SoundAccount;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.Money;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.Evidence;
import dev.onboarding.model.finding.InvoiceStatus;
import dev.onboarding.model.finding.LinkFinding;
import dev.onboarding.model.finding.LinkKind;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Runs as the coordinator would hand them to a report.
final class SampleRuns {

  static final String CORRELATION = "corr-4711";
  private static final RuleSet POLICY = RuleSet.onboardingPolicy();
  private static final Instant START = Instant.EPOCH.plusSeconds(1_800_000_000L);

  private SampleRuns() {}

  static ReportInput proceeding() {
    return of(
        "Acme",
        SoundAccount.sound(),
        new Tenant("tenant-1", "ENTERPRISE", URI.create("https://acme.example/login")));
  }

  static ReportInput overdue() {
    return of(
        "Gamma",
        SoundAccount.sound()
            .with(Domain.INVOICE, "status", InvoiceStatus.OPEN)
            .with(Domain.INVOICE, "remaining", Money.of("90000", "USD"))
            .with(Domain.INVOICE, "paidShare", 0.25)
            .with(Domain.INVOICE, "daysOverdue", 25),
        null);
  }

  static ReportInput throttled() {
    return failing("NetSuite allows no more concurrent requests.");
  }

  static ReportInput failing(String message) {
    Failure failure = Failure.of(ErrorType.RATE_LIMIT, "CONCURRENCY_LIMIT_EXCEEDED", 429, message);
    return of("Delta", SoundAccount.sound().failed(Domain.INVOICE, failure), null);
  }

  static ReportInput named(String accountName) {
    return of(
        accountName,
        SoundAccount.sound()
            .with(Domain.ACCOUNT, "industry", null)
            .with(Domain.OPPORTUNITY, "name", accountName)
            .with(Domain.OPPORTUNITY, "won", false),
        null);
  }

  /// A link that rests on what another domain shows, and on one read of its own.
  static ReportInput linked() {
    var invoice = SoundAccount.sound().assessments().invoice().findings().getFirst().evidence();
    var own = new Evidence("salesforce", "Contract 800", "crm_tool", "call-2", START, null);
    var evidence = List.of(invoice.getFirst(), own);
    return of(
        "Acme",
        SoundAccount.sound()
            .links(
                new LinkFinding(
                    LinkKind.INVOICE_ACCOUNT,
                    false,
                    null,
                    null,
                    null,
                    "001A",
                    "001B",
                    "The invoice names another account.",
                    evidence)),
        null);
  }

  static ReportInput personal() {
    return of(
        "Acme",
        SoundAccount.sound()
            .with(Domain.CONTRACT, "signatoryName", "Robin Castellan")
            .with(Domain.CONTRACT, "signatoryEmail", "robin.castellan@example.com")
            .with(Domain.OWNER, "email", "olga@vendor.example")
            .with(Domain.INVOICE, "billingEmail", "accounts-payable@example.com")
            .with(Domain.INVOICE, "sentence", "Sent to accounts-payable@example.com."),
        null);
  }

  private static ReportInput of(String name, SoundAccount account, Tenant tenant) {
    Explained explained = POLICY.explain(account.assessments(), Contexts.PLAIN);
    Decision decision = explained.decision();
    return new ReportInput(
        new RunFacts(
            "run-0001",
            1,
            "salesforce",
            CORRELATION,
            "ACCT-001",
            name,
            "act",
            "COMPLETED",
            START,
            START.plusSeconds(3),
            URI.create("http://127.0.0.1:8080/api/runs/run-0001/report.html")),
        List.of(
            new StateChange("QUEUED", START, null),
            new StateChange("GATHERING", START.plusSeconds(1), null),
            new StateChange("COMPLETED", START.plusSeconds(3), "everything was done")),
        account.assessments(),
        decision,
        explained,
        new FallbackAdviser().advise(new AdviceRequest(decision, account.assessments(), List.of())),
        tenant,
        tenant == null
            ? List.of()
            : List.of(
                new Task(1, "Create tenant", "system", "COMPLETED", null),
                new Task(
                    5, "Schedule kickoff", "cs_team", "OPEN", LocalDate.EPOCH.plusDays(20_834))),
        List.of(
            new Effect("notify-slack", "run-0001/1/notify-slack", "done", START.plusSeconds(2))),
        List.of(
            new Version("contract-agent", "0.1.0", null),
            new Version("rule set", decision.ruleSet(), decision.ruleSetDigest())));
  }
}
