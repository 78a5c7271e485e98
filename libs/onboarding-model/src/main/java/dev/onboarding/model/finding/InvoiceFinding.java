package dev.onboarding.model.finding;

import dev.onboarding.model.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is billed to the account for the deal, and what has been paid.
///
/// Where the deal is billed by several invoices that count, the status is the gravest and the due
/// date the earliest that is unpaid, whatever their currencies. Amounts are sums of one currency:
/// that of which the least part is paid.
///
/// @param billed what each invoice that counts bills, for the comparison with the deal; empty where
///   one does not say
/// @param choice which invoices count for the deal, and why
/// @param billingEmail where the customer receives invoices
public record InvoiceFinding(
    @Fact(value = "How many customers of the ERP match the account.", from = "customer.id")
        int customers,
    @Fact(value = "How many invoices count for the deal.", from = "transaction.id") int count,
    @Fact(
            value =
                "Withdrawn invoices of the deal that no other one of the same day or later replaces.",
            from = {"transaction.status", "transaction.voided"})
        int leftOut,
    @Fact(
            value = "Number or id of the first of them; absent when there is none.",
            from = "transaction.tranid")
        @Nullable String leftOutNumber,
    @Fact(
            value = "Valid invoices for the deal on a customer that does not match the account.",
            from = "transaction.entity")
        int elsewhere,
    @Fact(
            value = "Number or id of the first of them; absent when there is none.",
            from = "transaction.tranid")
        @Nullable String elsewhereNumber,
    @Fact(
            value = "Name or id of the customer that one bills; absent when there is none.",
            from = "customer.companyname")
        @Personal
        @Nullable String elsewhereCustomer,
    @Fact(
            value = "Whether the deal has a value of zero, so that nothing need be billed.",
            from = "Opportunity.Amount")
        boolean exempt,
    @Fact(
            value =
                "Internal id of the gravest invoice that counts; absent when there is none or it has none.",
            from = "transaction.id")
        @Nullable String id,
    @Fact(value = "Its number, for people; absent when none.", from = "transaction.tranid")
        @Nullable String number,
    @Fact(
            value = "Gravest status of those that count; absent when there is none.",
            from = {"transaction.status", "transaction.voided"})
        @Nullable InvoiceStatus status,
    @Fact(
            value = "Account that the ERP's customer carries; absent when it carries none.",
            from = "customer, the field of the account")
        @Nullable String accountId,
    @Fact(
            value = "Name of the customer in the ERP; absent when there is none.",
            from = "customer.companyname")
        @Personal
        @Nullable String customerName,
    @Fact(
            value =
                "Billed in total, with tax, in the currency of which least is paid; absent when nothing is billed.",
            from = {"transaction.foreigntotal", "currency.symbol"})
        @Nullable Money total,
    @Fact(
            value =
                "Billed after discount and before tax, in the same currency; absent when nothing is billed.",
            from = {"transactionline.foreignamount", "currency.symbol"})
        @Nullable Money net,
    @Fact(
            value = "Still to be paid, in the same currency; absent when nothing is billed.",
            from = {"transaction.foreignamountunpaid", "currency.symbol"})
        @Nullable Money remaining,
    @Fact(
            value =
                "Earliest due date of what is unpaid, else of all; absent when an invoice has none.",
            from = "transaction.duedate")
        @Nullable LocalDate due,
    @Fact(
            value = "Since the due date, while anything remains; never negative.",
            unit = "calendar days",
            from = {"transaction.duedate", "transaction.foreignamountunpaid"})
        int daysOverdue,
    @Fact(
            value =
                "Paid part of the total, 0 to 1; 1 when the total is zero; of several currencies the least.",
            unit = "share",
            from = {"transaction.foreigntotal", "transaction.foreignamountunpaid"})
        double paidShare,
    @Fact(
            value =
                "Whether any of it was settled by credit rather than cash; absent when the ERP does not say by what it was.",
            from = "nexttransactionlink.foreignamount")
        @Nullable Boolean settledByCredit,
    @Fact(
            value = "Credit of the customer that is not applied to anything; absent when none.",
            from = {"nexttransactionlink.foreignamount", "transaction.foreigntotal"})
        @Nullable Money unappliedCredit,
    List<BilledAmount> billed,
    @Personal @Nullable String billingEmail,
    @Personal String choice,
    @Personal String sentence,
    List<Evidence> evidence)
    implements Finding {

  public InvoiceFinding {
    billed = billed == null ? List.of() : List.copyOf(billed);
    evidence = List.copyOf(evidence);
  }

  @Override
  public Domain domain() {
    return Domain.INVOICE;
  }
}
