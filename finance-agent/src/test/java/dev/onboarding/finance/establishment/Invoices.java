package dev.onboarding.finance.establishment;

import dev.onboarding.model.ExchangeRate;
import dev.onboarding.model.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Builds invoices as the ERP answers them; each starts as 100.00 USD, open, unpaid and due in ten
/// days.
final class Invoices {

  private @Nullable String id;
  private @Nullable String number;
  private @Nullable String status;
  private @Nullable String opportunityId;
  private @Nullable String contractId;
  private @Nullable String crmAccountId = Establishing.ACCOUNT;
  private @Nullable Money total = Money.of("100", "USD");
  private @Nullable Money net = Money.of("100", "USD");
  private @Nullable Money remaining = Money.of("100", "USD");
  private @Nullable Money cash = Money.zero("USD");
  private @Nullable Money credit = Money.zero("USD");
  private @Nullable LocalDate issued = Establishing.TODAY.minusDays(20);
  private @Nullable LocalDate due = Establishing.TODAY.plusDays(10);

  private @Nullable ExchangeRate rate;
  private String customer = "7";

  private Invoices(String id, String status) {
    this.id = id;
    this.number = "INV-" + id;
    this.status = status;
  }

  static Invoices open(String id) {
    return new Invoices(id, "OPEN");
  }

  static Invoices inStatus(String id, String status) {
    return new Invoices(id, status);
  }

  static Invoices paid(String id) {
    return new Invoices(id, "PAID_IN_FULL").remaining("0").cash("100");
  }

  static Invoices credited(String id) {
    return new Invoices(id, "PAID_IN_FULL").remaining("0").credit("100");
  }

  Invoices withoutId() {
    id = null;
    return this;
  }

  Invoices withoutNumber() {
    number = null;
    return this;
  }

  Invoices withoutAmounts() {
    total = null;
    net = null;
    remaining = null;
    cash = null;
    credit = null;
    return this;
  }

  Invoices withoutSettlement() {
    cash = null;
    credit = null;
    return this;
  }

  Invoices ofDeal(String id) {
    opportunityId = id;
    return this;
  }

  Invoices ofContract(String id) {
    contractId = id;
    return this;
  }

  Invoices ofAccount(@Nullable String id) {
    crmAccountId = id;
    return this;
  }

  Invoices total(String amount) {
    total = Money.of(amount, "USD");
    return this;
  }

  Invoices net(String amount) {
    net = Money.of(amount, "USD");
    return this;
  }

  Invoices remaining(@Nullable String amount) {
    remaining = amount == null ? null : Money.of(amount, "USD");
    return this;
  }

  Invoices cash(String amount) {
    cash = Money.of(amount, "USD");
    return this;
  }

  Invoices credit(String amount) {
    credit = Money.of(amount, "USD");
    return this;
  }

  /// Everything in another currency, unpaid.
  Invoices in(String currency) {
    total = Money.of("100", currency);
    net = total;
    remaining = total;
    cash = Money.zero(currency);
    credit = Money.zero(currency);
    return this;
  }

  Invoices rated(String value, String base) {
    rate =
        new ExchangeRate(
            new BigDecimal(value),
            Objects.requireNonNull(total).currency(),
            base,
            Establishing.TODAY.minusDays(20));
    return this;
  }

  Invoices ofCustomer(String id) {
    customer = id;
    return this;
  }

  Invoices issued(@Nullable LocalDate day) {
    issued = day;
    return this;
  }

  Invoices due(@Nullable LocalDate day) {
    due = day;
    return this;
  }

  BilledInvoice build() {
    return new BilledInvoice(
        id,
        number,
        customer,
        status,
        null,
        opportunityId,
        contractId,
        crmAccountId,
        total,
        net,
        remaining,
        cash,
        credit,
        issued,
        due,
        rate);
  }
}
