package dev.onboarding.allinone.bench;

import dev.onboarding.model.Money;
import dev.onboarding.model.finding.AccountFinding;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.ContractFinding;
import dev.onboarding.model.finding.ContractState;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.Evidence;
import dev.onboarding.model.finding.Finding;
import dev.onboarding.model.finding.InvoiceFinding;
import dev.onboarding.model.finding.InvoiceStatus;
import dev.onboarding.model.finding.LinkFinding;
import dev.onboarding.model.finding.LinkKind;
import dev.onboarding.model.finding.OpportunityFinding;
import dev.onboarding.model.finding.OwnerFinding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/// An account with five sound findings of each of the six domains: no row fires, so that every one
/// is asked.
final class ThirtyFindings {

  static final int COUNT = 30;

  private static final String ACCOUNT = "001000000000001AAA";
  private static final LocalDate DAY = LocalDate.EPOCH.plusDays(20_000);

  private ThirtyFindings() {}

  static Assessments assessments() {
    return new Assessments(
        five(Domain.ACCOUNT, account()),
        five(Domain.OPPORTUNITY, deal()),
        five(Domain.OWNER, owner()),
        five(Domain.CONTRACT, contract()),
        five(Domain.INVOICE, invoice()),
        five(Domain.LINK, link()));
  }

  private static <F extends Finding> Assessment<F> five(Domain domain, F finding) {
    return Assessment.judged(domain, Collections.nCopies(COUNT / 6, finding));
  }

  private static LinkFinding link() {
    return new LinkFinding(
        LinkKind.DEAL_AND_INVOICE_VALUE,
        null,
        0.0,
        false,
        null,
        "120,000.00 USD",
        "120,000.00 USD",
        "They agree.",
        read("link"));
  }

  private static AccountFinding account() {
    return new AccountFinding(
        true,
        1,
        false,
        null,
        ACCOUNT,
        "Acme",
        "ACME-001",
        "US",
        "Software",
        "005000000000001AAA",
        "Account Acme exists in Salesforce.",
        read("Account " + ACCOUNT));
  }

  private static OpportunityFinding deal() {
    return new OpportunityFinding(
        1,
        1,
        false,
        "006000000000001AAA",
        ACCOUNT,
        "Acme Enterprise",
        "Closed Won",
        true,
        Money.of("120000", "USD"),
        DAY,
        "800000000000001AAA",
        "Enterprise",
        "It is the only one.",
        "Opportunity Acme Enterprise is won.",
        read("Opportunity 006000000000001AAA"));
  }

  private static OwnerFinding owner() {
    return new OwnerFinding(
        true,
        "005000000000001AAA",
        "Olga Owner",
        "olga@example.com",
        "00e000000000001AAA",
        "Account Executive",
        "Sales",
        "005000000000002AAA",
        "Olga Owner owns the account and is active.",
        read("User 005000000000001AAA"));
  }

  private static ContractFinding contract() {
    return new ContractFinding(
        1,
        1,
        false,
        false,
        "0d1e2f30-0000-4000-8000-000000000001",
        ContractState.EXECUTED,
        ACCOUNT,
        DAY,
        DAY.plusYears(1),
        "agreement",
        "agreement",
        false,
        false,
        false,
        false,
        "Activated",
        DAY,
        DAY.plusYears(1),
        false,
        0,
        0,
        Money.of("120000", "USD"),
        "THIRTY_DAYS",
        true,
        "Sam Signer",
        "sam@customer.example",
        "It is the envelope that the CRM names.",
        "The contract is executed.",
        read("Envelope 0d1e2f30"));
  }

  private static InvoiceFinding invoice() {
    Money total = Money.of("120000", "USD");
    return new InvoiceFinding(
        1,
        1,
        0,
        null,
        0,
        null,
        null,
        false,
        "1227",
        "INV-1227",
        InvoiceStatus.PAID_IN_FULL,
        ACCOUNT,
        "Acme",
        total,
        total,
        Money.zero("USD"),
        DAY.plusDays(30),
        0,
        1.0,
        false,
        null,
        List.of(),
        "billing@customer.example",
        "It names the deal.",
        "Invoice INV-1227 is paid in full.",
        read("Invoice 1227"));
  }

  private static List<Evidence> read(String record) {
    return List.of(
        new Evidence(
            "salesforce", record, "a_tool", "call-1", Instant.EPOCH, "0123456789abcdef0123"));
  }
}
