package dev.onboarding.sandbox.netsuite;

import dev.onboarding.sandbox.story.InvoiceData;
import dev.onboarding.sandbox.story.Story;
import java.math.BigDecimal;

/// What an invoice comes to, in its own currency.
record InvoiceAmounts(
    BigDecimal net, BigDecimal discount, BigDecimal tax, BigDecimal paid, BigDecimal credited) {

  /// Voiding sets every amount to zero and keeps the record.
  static InvoiceAmounts of(InvoiceData invoice, Story story) {
    BigDecimal stated = invoice.net();
    BigDecimal net =
        invoice.status().equals("voided")
            ? BigDecimal.ZERO
            : stated == null ? story.amount() : stated;
    BigDecimal tax = invoice.tax().of(net);
    BigDecimal total = net.add(tax);
    return new InvoiceAmounts(
        net,
        net.signum() == 0 ? BigDecimal.ZERO : invoice.discount().of(net),
        tax,
        net.signum() == 0 ? BigDecimal.ZERO : invoice.paid().of(total),
        net.signum() == 0 ? BigDecimal.ZERO : invoice.credited().of(total));
  }

  BigDecimal total() {
    return net.add(tax);
  }

  BigDecimal settled() {
    return paid.add(credited);
  }

  BigDecimal unpaid() {
    return total().subtract(settled());
  }
}
