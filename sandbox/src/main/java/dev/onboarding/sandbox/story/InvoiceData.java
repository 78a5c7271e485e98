package dev.onboarding.sandbox.story;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An invoice in NetSuite.
///
/// @param customer which of the story's customers is billed, counted from 0
/// @param status open, pending, rejected or voided; "paid in full" follows from what was paid
/// @param net after discount, before tax
/// @param discount already subtracted from the net amount
/// @param paid received as cash
/// @param credited settled by an applied credit memo
/// @param opportunity,contract which of the story's deals and contracts it names; null for none
/// @param account the key of the account it names, when that is another
/// @param deleted true once it has been deleted: it is in no answer
public record InvoiceData(
    @Nullable String number,
    int customer,
    String status,
    When date,
    @Nullable When due,
    @Nullable String currency,
    @Nullable BigDecimal exchangeRate,
    @Nullable BigDecimal net,
    Portion discount,
    Portion tax,
    Portion paid,
    Portion credited,
    @Nullable When paidOn,
    @Nullable Integer opportunity,
    @Nullable Integer contract,
    @Nullable String account,
    List<InstalmentData> instalments,
    boolean deleted) {

  public InvoiceData {
    instalments = List.copyOf(instalments);
  }
}
