package dev.onboarding.finance.establishment;

import dev.onboarding.model.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says in plain words what was established of the invoices that count.
final class InvoiceSentence {

  private InvoiceSentence() {}

  static String about(InvoiceSums sums, LocalDate today) {
    return subject(sums.invoices())
        + " "
        + stands(sums)
        + amounts(sums)
        + when(sums, today)
        + how(sums)
        + ".";
  }

  private static String subject(List<BilledInvoice> invoices) {
    if (invoices.size() > 1) {
      return "The gravest of %d invoices".formatted(invoices.size());
    }
    String number = invoices.getFirst().number();
    return number == null ? "The invoice" : "Invoice " + number;
  }

  private static String stands(InvoiceSums sums) {
    return switch (sums.status()) {
      case OPEN -> "is open";
      case PAID_IN_FULL -> "is paid in full";
      case PENDING_APPROVAL -> "is pending approval";
      case REJECTED -> "was rejected";
      case CANCELLED -> "was cancelled";
      case VOIDED -> "was voided";
      case null ->
          "has a status not known here (%s)"
              .formatted(sums.unknown().map(InvoiceSentence::raw).orElse("none"));
    };
  }

  private static @Nullable String raw(BilledInvoice invoice) {
    return invoice.statusRaw() != null ? invoice.statusRaw() : invoice.status();
  }

  private static String amounts(InvoiceSums sums) {
    return sums.byCurrency().stream()
        .map(currency -> amounts(currency.total(), currency.remaining()))
        .collect(Collectors.joining());
  }

  private static String amounts(@Nullable Money total, @Nullable Money remaining) {
    if (total == null) {
      return "; not every amount is stated";
    }
    return remaining == null
        ? "; billed %s, what remains is not stated".formatted(total)
        : "; billed %s, of which %s remains".formatted(total, remaining);
  }

  private static String when(InvoiceSums sums, LocalDate today) {
    int overdue = sums.daysOverdue(today);
    String late = overdue > 0 ? ", %d days overdue".formatted(overdue) : "";
    return (sums.due() == null ? ", a due date is missing" : ", due " + sums.due()) + late;
  }

  private static String how(InvoiceSums sums) {
    if (sums.credited()) {
      return "; credit settled some of it rather than cash";
    }
    return sums.settledByCredit() == null ? "; the ERP does not say by what it was settled" : "";
  }
}
