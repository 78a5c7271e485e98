package dev.onboarding.model.finding;

import dev.onboarding.model.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is billed to the account for the deal, and what has been paid.
///
/// Where the deal is billed by several invoices that count, amounts are their sums, the due date is
/// the earliest that is unpaid, and the status is the gravest.
///
/// @param choice which invoices count for the deal, and why
/// @param billingEmail where the customer receives invoices
public record InvoiceFinding(
    @Fact("How many customers of the ERP match the account.") int customers,
    @Fact("How many invoices count for the deal.") int count,
    @Fact("Whether the deal has a value of zero, so that nothing need be billed.") boolean exempt,
    @Fact("Internal id of the first invoice that counts; absent when there is none or it has none.")
        @Nullable String id,
    @Fact("Its number, for people; absent when none.") @Nullable String number,
    @Fact("Gravest status of those that count; absent when there is none.")
        @Nullable InvoiceStatus status,
    @Fact("Account that the ERP's customer carries; absent when it carries none.")
        @Nullable String accountId,
    @Fact("Name of the customer in the ERP; absent when there is none.")
        @Nullable String customerName,
    @Fact("Billed in total, with tax; absent when nothing is billed.") @Nullable Money total,
    @Fact(
            "Billed after discount and before tax, the basis on which it is compared with the deal; absent when nothing is billed.")
        @Nullable Money net,
    @Fact("Still to be paid; absent when nothing is billed.") @Nullable Money remaining,
    @Fact("Earliest due date of what is unpaid, else of all; absent when an invoice has none.")
        @Nullable LocalDate due,
    @Fact(
            value = "Since the due date, while anything remains; never negative.",
            unit = "calendar days")
        int daysOverdue,
    @Fact(value = "Paid part of the total, 0 to 1; 1 when the total is zero.", unit = "share")
        double paidShare,
    @Fact("Whether any of it was settled by credit rather than cash.") boolean settledByCredit,
    @Fact("Credit of the customer that is not applied to anything; absent when none.")
        @Nullable Money unappliedCredit,
    @Nullable String billingEmail,
    String choice,
    String sentence,
    List<Evidence> evidence)
    implements Finding {

  public InvoiceFinding {
    evidence = List.copyOf(evidence);
  }

  @Override
  public Domain domain() {
    return Domain.INVOICE;
  }
}
