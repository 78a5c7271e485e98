package dev.onboarding.coordinator.rule;

import static dev.onboarding.coordinator.rule.Cell.cell;
import static dev.onboarding.coordinator.rule.Cell.missing;
import static dev.onboarding.coordinator.rule.SoundAccount.amounts;
import static dev.onboarding.coordinator.rule.SoundAccount.converted;
import static dev.onboarding.coordinator.rule.SoundAccount.currencies;
import static dev.onboarding.coordinator.rule.SoundAccount.identity;
import static dev.onboarding.model.decision.Verdict.BLOCK;
import static dev.onboarding.model.decision.Verdict.ESCALATE;
import static dev.onboarding.model.decision.Verdict.PROCEED;
import static dev.onboarding.model.finding.Domain.INVOICE;
import static dev.onboarding.model.finding.LinkKind.CONTRACT_ACCOUNT;
import static dev.onboarding.model.finding.LinkKind.CUSTOMER_NAME;
import static dev.onboarding.model.finding.LinkKind.DEAL_ACCOUNT;
import static dev.onboarding.model.finding.LinkKind.DEAL_AND_CONTRACT_VALUE;
import static dev.onboarding.model.finding.LinkKind.DEAL_AND_INVOICE_VALUE;
import static dev.onboarding.model.finding.LinkKind.INVOICE_ACCOUNT;

import dev.onboarding.model.Money;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.InvoiceStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// The cells on invoice and links.
final class MoneyCells {

  private static final LocalDate RATE_DAY = LocalDate.EPOCH.plusDays(20_000);

  private MoneyCells() {}

  static Stream<Cell> cells() {
    return Stream.of(invoice(), links()).flatMap(List::stream);
  }

  private static List<Cell> invoice() {
    return List.of(
        cell(
            "INV-01",
            BLOCK,
            MoneyCells::noInvoice,
            a -> noInvoice(a).with(INVOICE, "exempt", true)),
        cell(
            "INV-02",
            BLOCK,
            a -> noInvoice(a).with(INVOICE, "customers", 0),
            a -> noInvoice(a).with(INVOICE, "customers", 0).with(INVOICE, "exempt", true)),
        cell("INV-03", BLOCK, a -> noInvoice(a).with(INVOICE, "customers", 2)),
        cell("INV-04", ESCALATE, a -> overdue(a, 1, "0.01"), a -> overdue(a, 0, "0.01")),
        cell("INV-04", ESCALATE, a -> overdue(a, 25, "0.01"), a -> overdue(a, 25, "0.00")),
        missing("INV-05", BLOCK, INVOICE, "id"),
        status("INV-06", BLOCK, InvoiceStatus.VOIDED),
        status("INV-07", BLOCK, InvoiceStatus.CANCELLED),
        status("INV-08", BLOCK, InvoiceStatus.REJECTED),
        cell(
            "INV-09",
            BLOCK,
            a -> noInvoice(a).with(INVOICE, "customers", 0).with(INVOICE, "elsewhere", 1)),
        missing("INV-UNKNOWN", ESCALATE, INVOICE, "status"),
        status("INV-11", ESCALATE, InvoiceStatus.PENDING_APPROVAL),
        cell(
            "INV-12",
            ESCALATE,
            a -> a.with(INVOICE, "paidShare", Math.nextDown(0.5)),
            a -> a.with(INVOICE, "paidShare", 0.5)),
        missing("INV-13", ESCALATE, INVOICE, "due"),
        cell("INV-14", ESCALATE, a -> a.with(INVOICE, "settledByCredit", true)),
        cell("INV-15", ESCALATE, a -> a.with(INVOICE, "customers", 2)),
        cell("INV-15", ESCALATE, a -> a.with(INVOICE, "customers", 0)),
        cell("INV-16", ESCALATE, a -> a.with(INVOICE, "leftOut", 1)),
        cell("INV-17", ESCALATE, a -> a.with(INVOICE, "elsewhere", 1)),
        missing("INV-18", ESCALATE, INVOICE, "settledByCredit"),
        cell(
            "INV-21",
            PROCEED,
            a -> a.with(INVOICE, "unappliedCredit", Money.of("0.01", "USD")),
            a -> a.with(INVOICE, "unappliedCredit", Money.zero("USD"))));
  }

  private static List<Cell> links() {
    return List.of(
        cell(
            "LNK-01",
            BLOCK,
            a -> a.links(identity(DEAL_ACCOUNT, false)),
            a -> a.links(identity(DEAL_ACCOUNT, true))),
        cell(
            "LNK-02",
            BLOCK,
            a -> a.links(identity(CONTRACT_ACCOUNT, false)),
            a -> a.links(identity(CONTRACT_ACCOUNT, true))),
        cell(
            "LNK-03",
            BLOCK,
            a -> a.links(identity(INVOICE_ACCOUNT, false)),
            a -> a.links(identity(INVOICE_ACCOUNT, true))),
        cell(
            "LNK-11",
            ESCALATE,
            a -> a.links(amounts(DEAL_AND_CONTRACT_VALUE, Math.nextUp(0.02))),
            a -> a.links(amounts(DEAL_AND_CONTRACT_VALUE, 0.02))),
        cell(
            "LNK-12",
            ESCALATE,
            a -> a.links(amounts(DEAL_AND_INVOICE_VALUE, Math.nextUp(0.02))),
            a -> a.links(amounts(DEAL_AND_INVOICE_VALUE, 0.02))),
        cell(
            "LNK-12",
            ESCALATE,
            a -> a.links(converted(DEAL_AND_INVOICE_VALUE, Math.nextUp(0.02), RATE_DAY)),
            a -> a.links(converted(DEAL_AND_INVOICE_VALUE, 0.02, RATE_DAY))),
        cell(
            "LNK-13",
            ESCALATE,
            a -> a.links(currencies(DEAL_AND_INVOICE_VALUE, null)),
            a -> a.links(converted(DEAL_AND_INVOICE_VALUE, 0.02, RATE_DAY))),
        cell(
            "LNK-UNKNOWN",
            ESCALATE,
            a -> a.links(identity(DEAL_ACCOUNT, null)),
            a -> a.links(identity(DEAL_ACCOUNT, true))),
        cell(
            "LNK-UNKNOWN",
            ESCALATE,
            a -> a.links(amounts(DEAL_AND_INVOICE_VALUE, null)),
            a -> a.links(amounts(DEAL_AND_INVOICE_VALUE, 0.0))),
        cell(
            "LNK-UNKNOWN",
            ESCALATE,
            a -> a.links(currencies(DEAL_AND_CONTRACT_VALUE, RATE_DAY)),
            a -> a.links(amounts(DEAL_AND_CONTRACT_VALUE, 0.0))),
        cell(
            "LNK-21",
            PROCEED,
            a -> a.links(identity(CUSTOMER_NAME, false)),
            a -> a.links(identity(CUSTOMER_NAME, true))));
  }

  static SoundAccount noInvoice(SoundAccount account) {
    SoundAccount spoilt = account.with(INVOICE, "count", 0).with(INVOICE, "paidShare", 0.0);
    for (String component : List.of("id", "number", "status", "total", "net", "remaining", "due")) {
      spoilt = spoilt.with(INVOICE, component, null);
    }
    return spoilt;
  }

  static SoundAccount overdue(SoundAccount account, int days, String remaining) {
    return account
        .with(INVOICE, "daysOverdue", days)
        .with(INVOICE, "remaining", Money.of(remaining, "USD"));
  }

  private static Cell status(String rule, Verdict verdict, InvoiceStatus status) {
    return cell(
        rule,
        verdict,
        account -> account.with(INVOICE, "status", status),
        account -> account.with(INVOICE, "status", InvoiceStatus.OPEN));
  }
}
