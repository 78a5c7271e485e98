package dev.onboarding.finance.establishment;

import dev.onboarding.model.Money;
import dev.onboarding.model.finding.InvoiceStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What several invoices in one currency amount to together.
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

  @Nullable Money total() {
    return sum(BilledInvoice::total);
  }

  @Nullable Money net() {
    return sum(BilledInvoice::net);
  }

  @Nullable Money remaining() {
    return sum(BilledInvoice::remaining);
  }

  boolean credited() {
    return invoices.stream().anyMatch(BilledInvoice::credited);
  }

  /// The paid part of the total, rounded down once so that it never reaches an edge that the
  /// payment does not; nothing is taken for paid where it is not said.
  double paidShare() {
    Money total = total();
    Money paid = paid();
    if (total != null && total.amount().signum() == 0) {
      return 1;
    }
    if (total == null || paid == null) {
      return 0;
    }
    BigDecimal share = paid.amount().divide(total.amount(), 4, RoundingMode.DOWN);
    return share.max(BigDecimal.ZERO).min(BigDecimal.ONE).doubleValue();
  }

  private @Nullable Money paid() {
    Money total = total();
    Money remaining = remaining();
    if (total != null && remaining != null) {
      return total.minus(remaining);
    }
    return sum(InvoiceSums::settled);
  }

  private static @Nullable Money settled(BilledInvoice invoice) {
    Money cash = invoice.paidByCash();
    Money credit = invoice.paidByCredit();
    return cash == null ? credit : credit == null ? cash : cash.plus(credit);
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

  /// A sum is given only where every invoice states its part.
  private @Nullable Money sum(Function<BilledInvoice, @Nullable Money> part) {
    Money sum = null;
    for (BilledInvoice invoice : invoices) {
      Money amount = part.apply(invoice);
      if (amount == null) {
        return null;
      }
      sum = sum == null ? amount : sum.plus(amount);
    }
    return sum;
  }
}
