package dev.onboarding.netsuite.invoice;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.ExchangeRate;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.Money;
import dev.onboarding.netsuite.suiteql.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Turns the rows of an [InvoiceQuery] into records: amounts keep their own currency, and what
/// cannot be read is a failure.
final class TranslateRows {

  private static final String INVOICE = "CustInvc";

  private final String baseCurrency;

  /// @param baseCurrency what the rates of this NetSuite lead to; empty when that is not one
  TranslateRows(String baseCurrency) {
    this.baseCurrency = baseCurrency;
  }

  /// @param key what the matching customers carry in the field by which accounts are found
  AccountInvoices toAccount(String accountId, String key, List<Row> rows) {
    Map<String, Customer> matching = new LinkedHashMap<>();
    Map<String, Customer> others = new LinkedHashMap<>();
    List<Invoice> invoices = new ArrayList<>();
    List<UnappliedCredit> credits = new ArrayList<>();
    for (Row row : rows) {
      boolean matches = key.equals(row.text("customer_key"));
      Customer customer = customer(row);
      String type = row.text("transaction_type");
      if (matches) {
        matching.putIfAbsent(customer.id(), customer);
      } else if (INVOICE.equals(type)) {
        others.putIfAbsent(customer.id(), customer);
      }
      if (INVOICE.equals(type)) {
        invoices.add(invoice(row));
      } else if (type != null && matches) {
        addWhatIsLeft(row, credits);
      }
    }
    return new AccountInvoices(
        accountId, List.copyOf(matching.values()), List.copyOf(others.values()), invoices, credits);
  }

  static Customer customer(Row row) {
    return new Customer(
        row.required("customer_id"),
        row.text("customer_external_id"),
        row.text("customer_name"),
        row.text("customer_email"),
        row.text("customer_currency"));
  }

  Invoice invoice(Row row) {
    String code = row.text("status_code");
    String label = row.text("status_label");
    Money total = money(row, "total");
    Money remaining = money(row, "remaining");
    Money byCash = money(row, "paid_by_cash");
    Money byCredit = money(row, "paid_by_credit");
    Money unlinked = byCash == null && byCredit == null ? unexplained(total, remaining) : null;
    return new Invoice(
        row.text("transaction_id"),
        row.text("transaction_number"),
        row.text("customer_id"),
        row.flag("voided") ? InvoiceStatus.VOIDED : InvoiceStatus.of(code, label),
        label == null ? code : label,
        row.text("opportunity_id"),
        row.text("contract_id"),
        row.text("crm_account_id"),
        total,
        money(row, "net"),
        remaining,
        share(byCash, byCredit, unlinked),
        share(byCredit, byCash, unlinked),
        row.date("issued"),
        row.date("due"),
        rate(row));
  }

  /// The rate that the document was booked at; without its day, or without a currency that it leads
  /// to, it is none.
  private @Nullable ExchangeRate rate(Row row) {
    BigDecimal rate = row.number("exchange_rate");
    String currency = row.text("currency");
    LocalDate booked = row.date("issued");
    if (rate == null || rate.signum() <= 0 || currency == null || booked == null) {
      return null;
    }
    return baseCurrency.isEmpty() || currency.equals(baseCurrency)
        ? null
        : new ExchangeRate(rate, currency, baseCurrency, booked);
  }

  /// What was paid though no link says by what: zero is a statement, anything else is not.
  private static @Nullable Money unexplained(@Nullable Money total, @Nullable Money remaining) {
    return total == null || remaining == null ? null : total.minus(remaining);
  }

  /// One way of settling: nothing where only the other way was used, or where nothing was paid.
  private static @Nullable Money share(
      @Nullable Money own, @Nullable Money other, @Nullable Money unlinked) {
    if (own != null) {
      return own;
    }
    if (other != null) {
      return Money.zero(other.currency());
    }
    return unlinked != null && unlinked.isZero() ? unlinked : null;
  }

  /// Credit memos and payments; some NetSuite accounts write their totals with a minus sign.
  private static void addWhatIsLeft(Row row, List<UnappliedCredit> credits) {
    Money total = money(row, "total");
    if (total == null || row.flag("voided")) {
      return;
    }
    Money applied = money(row, "applied");
    Money whole = new Money(total.amount().abs(), total.currency());
    Money left = applied == null ? whole : whole.minus(applied);
    if (left.amount().signum() > 0) {
      credits.add(
          new UnappliedCredit(
              row.required("transaction_id"), row.text("transaction_number"), left));
    }
  }

  private static @Nullable Money money(Row row, String column) {
    BigDecimal amount = row.number(column);
    String currency = row.text("currency");
    if (amount == null) {
      return null;
    }
    try {
      return new Money(amount, Objects.requireNonNullElse(currency, ""));
    } catch (IllegalArgumentException e) {
      throw new FailureException(
          Failure.of(
              ErrorType.VALIDATION,
              "CURRENCY_UNKNOWN",
              200,
              "Document %s of NetSuite has the currency '%s', which is no ISO 4217 code."
                  .formatted(row.text("transaction_number"), currency)));
    }
  }
}
