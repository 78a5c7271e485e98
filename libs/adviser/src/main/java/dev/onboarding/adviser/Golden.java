package dev.onboarding.adviser;

import dev.onboarding.adviser.task.Prompts;
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

/// A made-up account by which a model is examined and masking is measured: nothing in it is
/// anyone's.
final class Golden {

  static final String PERSON = "Erika Mustermann";
  static final String COMPANY = "Muster Windkraft GmbH";
  static final String SIGNATORY = "Max Musterfrau";
  static final String MAIL = "erika.mustermann@muster.example";

  private Golden() {}

  static AdviceRequest request() {
    var account =
        new AccountFinding(
            true,
            1,
            false,
            null,
            "001000000000001AAA",
            COMPANY,
            "MUSTER-1",
            "DE",
            "Energy",
            null,
            COMPANY + " is in the CRM.",
            List.of());
    var owner =
        new OwnerFinding(
            true,
            "005000000000001AAA",
            PERSON,
            MAIL,
            null,
            "Account executive",
            "Sales",
            null,
            PERSON + " owns the account; " + MAIL + ", +49 30 5550100.",
            List.of());
    var fired =
        new FiredRow(
            "CON-04",
            Domain.CONTRACT,
            Tier.VIOLATION,
            "The contract of %s is not signed; %s was reminded 12 days ago."
                .formatted(COMPANY, PERSON),
            "Legal",
            "Ask the customer's signatory to sign.");
    var assessments =
        new Assessments(
            Assessment.judged(Domain.ACCOUNT, List.of(account)),
            Assessment.notJudged(Domain.OPPORTUNITY, "not part of the examination"),
            Assessment.judged(Domain.OWNER, List.of(owner)),
            Assessment.judged(Domain.CONTRACT, List.of(contract())),
            Assessment.judged(Domain.INVOICE, List.of(invoice())),
            Assessment.notJudged(Domain.LINK, "not part of the examination"));
    return new AdviceRequest(
        new Decision(Verdict.BLOCK, List.of(fired), "golden", "golden"),
        assessments,
        List.of(),
        new AdviceContext("examination", Prompts.shipped()));
  }

  private static ContractFinding contract() {
    return new ContractFinding(
        1,
        1,
        false,
        false,
        "00000000-1111-4222-8333-444444444444",
        ContractState.SENT,
        "001000000000001AAA",
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
        "Net 45 after receipt, by transfer.",
        null,
        SIGNATORY,
        "max.muster@muster.example",
        "The only contract of the account.",
        "Sent to %s (max.muster@muster.example), who has not signed.".formatted(SIGNATORY),
        List.of());
  }

  private static InvoiceFinding invoice() {
    return new InvoiceFinding(
        1,
        1,
        0,
        null,
        0,
        null,
        null,
        false,
        "9000000001",
        "MUSTER-1001",
        InvoiceStatus.OPEN,
        "001000000000001AAA",
        COMPANY,
        Money.of("10000.00", "EUR"),
        Money.of("10000.00", "EUR"),
        Money.of("6000.00", "EUR"),
        LocalDate.of(2026, 11, 5),
        25,
        0.4,
        false,
        null,
        List.of(),
        "rechnung@muster.example",
        "The only invoice of the deal.",
        "Invoice MUSTER-1001 of %s is 25 days overdue; 6,000.00 EUR of 10,000.00 EUR remain."
            .formatted(COMPANY),
        List.of());
  }
}
