package dev.onboarding.finance.establishment;

import dev.onboarding.model.AccountContext;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether the deal is billed to a customer that does not match the account.
///
/// @param invoice number or id of the first such invoice
/// @param customer name or id of the customer that it bills
record Elsewhere(int count, @Nullable String invoice, @Nullable String customer) {

  static Elsewhere of(InvoicesOfAccount answer, AccountContext account) {
    List<BilledInvoice> invoices = InvoiceChoice.elsewhere(answer, account);
    if (invoices.isEmpty()) {
      return new Elsewhere(0, null, null);
    }
    BilledInvoice first = invoices.getFirst();
    String customer =
        answer
            .foreign(first)
            .map(c -> Objects.requireNonNullElse(c.name(), "customer " + c.id()))
            .orElse(null);
    return new Elsewhere(invoices.size(), first.label(), customer);
  }

  /// A further sentence, or nothing.
  String said() {
    return count == 0 ? "" : " Billed to a customer that does not match: %s.".formatted(customer);
  }
}
