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
    @Fact("How many customers of the ERP match the account.") int customers,
    @Fact("How many invoices count for the deal.") int count,
    @Fact("Withdrawn invoices of the deal that no other one of the same day or later replaces.")
        int leftOut,
    @Fact("Number or id of the first of them; absent when there is none.")
        @Nullable String leftOutNumber,
    @Fact("Valid invoices for the deal on a customer that does not match the account.")
        int elsewhere,
    @Fact("Number or id of the first of them; absent when there is none.")
        @Nullable String elsewhereNumber,
    @Fact("Name or id of the customer that one bills; absent when there is none.") @Personal
        @Nullable String elsewhereCustomer,
    @Fact("Whether the deal has a value of zero, so that nothing need be billed.") boolean exempt,
    @Fact(
            "Internal id of the gravest invoice that counts; absent when there is none or it has none.")
        @Nullable String id,
    @Fact("Its number, for people; absent when none.") @Nullable String number,
    @Fact("Gravest status of those that count; absent when there is none.")
        @Nullable InvoiceStatus status,
    @Fact("Account that the ERP's customer carries; absent when it carries none.")
        @Nullable String accountId,
    @Fact("Name of the customer in the ERP; absent when there is none.") @Personal
        @Nullable String customerName,
    @Fact(
            "Billed in total, with tax, in the currency of which least is paid; absent when nothing is billed.")
        @Nullable Money total,
    @Fact(
            "Billed after discount and before tax, in the same currency; absent when nothing is billed.")
        @Nullable Money net,
    @Fact("Still to be paid, in the same currency; absent when nothing is billed.")
        @Nullable Money remaining,
    @Fact("Earliest due date of what is unpaid, else of all; absent when an invoice has none.")
        @Nullable LocalDate due,
    @Fact(
            value = "Since the due date, while anything remains; never negative.",
            unit = "calendar days")
        int daysOverdue,
    @Fact(
            value =
                "Paid part of the total, 0 to 1; 1 when the total is zero; of several currencies the least.",
            unit = "share")
        double paidShare,
    @Fact(
            "Whether any of it was settled by credit rather than cash; absent when the ERP does not say by what it was.")
        @Nullable Boolean settledByCredit,
    @Fact("Credit of the customer that is not applied to anything; absent when none.")
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
