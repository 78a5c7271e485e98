package dev.onboarding.finance.establishment;

import dev.onboarding.model.finding.BilledAmount;
import dev.onboarding.model.finding.InvoiceStatus;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is true of several invoices together, in whatever currencies they are.
record InvoiceSums(List<BilledInvoice> invoices) {

  /// From the least to the gravest.
  private static final List<InvoiceStatus> GRAVITY =
      List.of(
          InvoiceStatus.PAID_IN_FULL,
          InvoiceStatus.OPEN,
          InvoiceStatus.PENDING_APPROVAL,
          InvoiceStatus.REJECTED,
          InvoiceStatus.CANCELLED,
          InvoiceStatus.VOIDED);

  /// A status that is not known here comes before all others.
  static final Comparator<BilledInvoice> GRAVEST_FIRST =
      Comparator.comparingInt(invoice -> {
        InvoiceStatus standing = invoice.standing();
        return standing == null ? -GRAVITY.size() : -GRAVITY.indexOf(standing);
      });

  /// The gravest status; absent as soon as one is not known here.
  @Nullable InvoiceStatus status() {
    if (unknown().isPresent()) {
      return null;
    }
    return invoices.stream()
        .map(BilledInvoice::standing)
        .filter(Objects::nonNull)
        .max(Comparator.comparingInt(GRAVITY::indexOf))
        .orElse(null);
  }

  Optional<BilledInvoice> unknown() {
    return invoices.stream().filter(invoice -> invoice.standing() == null).findFirst();
  }

  /// One of each currency, that of which the least part is paid first.
  List<CurrencySums> byCurrency() {
    Map<String, List<BilledInvoice>> currencies = new TreeMap<>();
    for (BilledInvoice invoice : invoices) {
      currencies
          .computeIfAbsent(
              Objects.requireNonNullElse(invoice.currency(), ""), _ -> new ArrayList<>())
          .add(invoice);
    }
    return currencies.values().stream()
        .map(CurrencySums::new)
        .sorted(
            Comparator.comparingDouble(CurrencySums::paidShare)
                .thenComparing(currency -> currency.remaining() != null))
        .toList();
  }

  /// What each invoice bills; empty as soon as one does not say.
  List<BilledAmount> billed() {
    List<BilledAmount> billed = new ArrayList<>();
    for (BilledInvoice invoice : invoices) {
      if (invoice.net() == null) {
        return List.of();
      }
      billed.add(new BilledAmount(invoice.net(), invoice.rate()));
    }
    return billed;
  }

  /// Whether credit settled any of it; null when something is paid and the ERP does not say by
  /// what.
  @Nullable Boolean settledByCredit() {
    if (credited()) {
      return true;
    }
    return invoices.stream().anyMatch(BilledInvoice::settledUnknown) ? null : false;
  }

  boolean credited() {
    return invoices.stream().anyMatch(BilledInvoice::credited);
  }

  /// The earliest day on which something that is unpaid falls due, else of all; absent as soon as
  /// one invoice states none.
  @Nullable LocalDate due() {
    if (invoices.stream().anyMatch(invoice -> invoice.due() == null)) {
      return null;
    }
    return earliestUnpaid().or(() -> earliest(invoices)).orElse(null);
  }

  /// Whole days since the earliest unpaid due date that is known.
  int daysOverdue(LocalDate today) {
    return earliestUnpaid()
        .map(due -> (int) Math.max(0, ChronoUnit.DAYS.between(due, today)))
        .orElse(0);
  }

  private Optional<LocalDate> earliestUnpaid() {
    return earliest(invoices.stream().filter(BilledInvoice::unpaid).toList());
  }

  private static Optional<LocalDate> earliest(List<BilledInvoice> invoices) {
    return invoices.stream()
        .map(BilledInvoice::due)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder());
  }
}
