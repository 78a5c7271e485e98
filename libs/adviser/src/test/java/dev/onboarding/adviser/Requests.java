package dev.onboarding.adviser;

import dev.onboarding.adviser.AdviceRequest.Incident;
import dev.onboarding.adviser.task.Prompts;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.Money;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.AccountFinding;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.ContractFinding;
import dev.onboarding.model.finding.ContractState;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.InvoiceFinding;
import dev.onboarding.model.finding.InvoiceStatus;
import dev.onboarding.model.finding.OwnerFinding;
import java.time.LocalDate;
import java.util.List;

/// One blocked account, with texts that a test may choose.
record Requests(String accountName, String terms, String memo, String ownerTitle) {

  static final String OWNER = "Maria Canaryson";
  static final String OWNER_MAIL = "maria.canary@customer-canary.example";
  static final String ACCOUNT_ID = "0015g00000CANARYAA";
  static final String SIGNATORY = "Klaus Kanarienvogel";
  static final String SIGNATORY_MAIL = "k.kanari@customer-canary.example";

  static Requests plain() {
    return new Requests(
        "Canary Global Industries GmbH", "Net 60 after receipt.", "none", "VP Sales");
  }

  AdviceRequest blocked() {
    return request(Verdict.BLOCK);
  }

  AdviceRequest request(Verdict verdict) {
    FiredRow unsigned =
        new FiredRow(
            "CON-04",
            Domain.CONTRACT,
            Tier.VIOLATION,
            "The contract of " + accountName + " is not signed by " + SIGNATORY + ".",
            "Legal",
            "Ask " + SIGNATORY + " to sign.");
    FiredRow overdue =
        new FiredRow(
            "INV-04",
            Domain.INVOICE,
            Tier.WARNING,
            "Invoice INV-1227 is 25 days overdue. Memo: " + memo,
            "Finance",
            "Collect, or agree a payment plan.");
    List<FiredRow> fired = verdict == Verdict.PROCEED ? List.of() : List.of(unsigned, overdue);
    return new AdviceRequest(
        new Decision(verdict, fired, "test", "0"),
        assessments(),
        List.of(
            new Incident(
                "tell the owner",
                new Failure(
                    ErrorType.SERVER_ERROR,
                    "X-1",
                    503,
                    "The mail to " + OWNER_MAIL + " was not taken: " + memo,
                    "Send it again.",
                    "CS"))),
        new AdviceContext("run-1", Prompts.shipped()));
  }

  private Assessments assessments() {
    return new Assessments(
        Assessment.judged(Domain.ACCOUNT, List.of(account())),
        Assessment.notJudged(Domain.OPPORTUNITY, "none"),
        Assessment.judged(Domain.OWNER, List.of(owner())),
        Assessment.judged(Domain.CONTRACT, List.of(contract())),
        Assessment.judged(Domain.INVOICE, List.of(invoice())),
        Assessment.notJudged(Domain.LINK, "none"));
  }

  private AccountFinding account() {
    return new AccountFinding(
        true,
        1,
        false,
        null,
        ACCOUNT_ID,
        accountName,
        "CANARY-007",
        "DE",
        "Energy",
        null,
        accountName + " is in the CRM.",
        List.of());
  }

  private static OwnerFinding ownerOf(String title) {
    return new OwnerFinding(
        true,
        "0055g00000CANARYBB",
        OWNER,
        OWNER_MAIL,
        null,
        title,
        "Canary Desk",
        null,
        OWNER + " (" + title + ") owns it, phone +49 171 5550142.",
        List.of());
  }

  private OwnerFinding owner() {
    return ownerOf(ownerTitle);
  }

  private ContractFinding contract() {
    return new ContractFinding(
        1,
        1,
        false,
        false,
        "e1a2b3c4-1111-4222-8333-444455556666",
        ContractState.SENT,
        ACCOUNT_ID,
        LocalDate.of(2026, 12, 1),
        LocalDate.of(2027, 11, 30),
        "envelope",
        "envelope",
        true,
        false,
        true,
        false,
        null,
        null,
        null,
        false,
        1,
        0,
        Money.of("120000.00", "EUR"),
        terms,
        null,
        SIGNATORY,
        SIGNATORY_MAIL,
        "the only one",
        "Sent to " + SIGNATORY + ", " + SIGNATORY_MAIL + ".",
        List.of());
  }

  private InvoiceFinding invoice() {
    return new InvoiceFinding(
        1,
        1,
        0,
        null,
        0,
        null,
        null,
        false,
        "88123456",
        "INV-1227",
        InvoiceStatus.OPEN,
        ACCOUNT_ID,
        accountName,
        Money.of("10000.00", "EUR"),
        Money.of("10000.00", "EUR"),
        Money.of("6000.00", "EUR"),
        LocalDate.of(2026, 11, 5),
        25,
        0.4,
        null,
        null,
        List.of(),
        "billing.canary@customer-canary.example",
        "the only one",
        "IBAN DE89 3704 0044 0532 0130 00, memo: " + memo,
        List.of());
  }
}
