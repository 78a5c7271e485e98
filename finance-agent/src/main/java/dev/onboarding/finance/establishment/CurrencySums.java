package dev.onboarding.finance.establishment;

import dev.onboarding.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What several invoices in one currency amount to together.
record CurrencySums(List<BilledInvoice> invoices) {

  @Nullable Money total() {
    return sum(BilledInvoice::total);
  }

  @Nullable Money net() {
    return sum(BilledInvoice::net);
  }

  @Nullable Money remaining() {
    return sum(BilledInvoice::remaining);
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
    return sum(CurrencySums::settled);
  }

  private static @Nullable Money settled(BilledInvoice invoice) {
    Money cash = invoice.paidByCash();
    Money credit = invoice.paidByCredit();
    return cash == null ? credit : credit == null ? cash : cash.plus(credit);
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
