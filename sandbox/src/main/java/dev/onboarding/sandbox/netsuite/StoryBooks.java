package dev.onboarding.sandbox.netsuite;

import dev.onboarding.sandbox.story.CreditData;
import dev.onboarding.sandbox.story.CustomerData;
import dev.onboarding.sandbox.story.InvoiceData;
import dev.onboarding.sandbox.story.Told;
import dev.onboarding.sandbox.story.When;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows that one story puts into NetSuite's tables.
final class StoryBooks {

  private static final int PAYMENTS_FROM = 300;
  private static final int CREDITS_FROM = 600;
  private static final int OPEN_FROM = 800;
  private static final Map<String, List<Object>> APPROVALS =
      Map.of("pending", List.of(1, "Pending Approval"), "rejected", List.of(3, "Rejected"));

  private final Told told;
  private final Clock clock;
  private final Connection connection;
  private final Currencies currencies;

  StoryBooks(Told told, Clock clock, Connection connection) {
    this.told = told;
    this.clock = clock;
    this.connection = connection;
    this.currencies = new Currencies(connection);
  }

  void write() throws SQLException {
    for (int i = 0; i < told.story().customers().size(); i++) {
      customer(told.story().customers().get(i), i);
    }
    for (int i = 0; i < told.story().invoices().size(); i++) {
      if (!told.story().invoices().get(i).deleted()) {
        invoice(told.story().invoices().get(i), i);
      }
    }
    for (int i = 0; i < told.story().credits().size(); i++) {
      open(told.story().credits().get(i), i);
    }
  }

  private void customer(CustomerData customer, int index) throws SQLException {
    Currencies.Entry currency = currency(customer.currency());
    Insert.into("customer")
        .set("id", told.customerId(index))
        .set("entityid", "CUST" + told.customerId(index))
        .set("externalid", customer.external())
        .set("companyname", customer.name())
        .set("email", customer.email())
        .set("currency", currency.id())
        .set("currency__df", currency.name())
        .flag("isinactive", customer.inactive())
        .flag("isperson", false)
        .set("lastmodifieddate", told.modified(new When("-4d")))
        .set("datecreated", told.modified(new When("-30d")))
        .set("story", told.key())
        .run(connection);
  }

  private void invoice(InvoiceData invoice, int index) throws SQLException {
    InvoiceAmounts amounts = InvoiceAmounts.of(invoice, told.story());
    Status status = Status.of(invoice, amounts);
    List<Object> approval =
        APPROVALS.getOrDefault(invoice.status(), List.<Object>of(2, "Approved"));
    String other = invoice.account();
    Insert row = transaction(status, told.transactionId(index), invoice.customer());
    row.set("tranid", told.invoiceNumber(index))
        .set("externalid", told.invoiceNumber(index))
        .set("trandate", invoice.date().date(clock))
        .set("duedate", date(invoice.due()))
        .set("foreigntotal", amounts.total())
        .set("foreignamountpaid", amounts.settled())
        .set("foreignamountunpaid", amounts.unpaid())
        .flag("voided", invoice.status().equals("voided"))
        .flag("posting", approval.contains("Approved"))
        .set("approvalstatus", approval.getFirst())
        .set("approvalstatus__df", approval.getLast())
        .set("email", email(invoice.customer()))
        .set("custbody_sf_opportunity_id", told.namedOpportunity(invoice.opportunity()))
        .set("custbody_sf_contract_id", told.namedContract(invoice.contract()))
        .set("custbody_sf_account_id", other == null ? told.accountId() : Told.accountId(other));
    BigDecimal rate = priced(row, invoice.currency(), invoice.exchangeRate());
    row.run(connection);
    lines(told.transactionId(index), amounts, rate, invoice.customer());
    settlements(invoice, index, amounts);
  }

  private void settlements(InvoiceData invoice, int index, InvoiceAmounts amounts)
      throws SQLException {
    When when = invoice.paidOn() == null ? new When("-1d") : invoice.paidOn();
    if (amounts.paid().signum() > 0) {
      settlement(
          invoice, index, PAYMENTS_FROM + index, Status.PAYMENT_DEPOSITED, amounts.paid(), when);
    }
    if (amounts.credited().signum() > 0) {
      settlement(
          invoice, index, CREDITS_FROM + index, Status.CREDIT_APPLIED, amounts.credited(), when);
    }
  }

  private void settlement(
      InvoiceData invoice, int index, int number, Status status, BigDecimal amount, When when)
      throws SQLException {
    boolean credit = status == Status.CREDIT_APPLIED;
    Insert row = transaction(status, told.transactionId(number), invoice.customer());
    row.set("tranid", (credit ? "CM-" : "PYMT-") + told.key() + "-" + (index + 1))
        .set("trandate", when.date(clock))
        .set("foreigntotal", credit ? amount.negate() : amount)
        .set("foreignamountpaid", amount)
        .set("foreignamountunpaid", BigDecimal.ZERO)
        .flag("voided", false)
        .flag("posting", true)
        .set("createdfrom", credit ? told.transactionId(index) : null);
    priced(row, invoice.currency(), invoice.exchangeRate());
    row.run(connection);
    for (String table : List.of("nexttransactionlink", "previoustransactionlink")) {
      Insert.into(table)
          .set("previousdoc", told.transactionId(index))
          .set("nextdoc", told.transactionId(number))
          .set("linktype", "Payment")
          .set("linktype__df", "Payment")
          .set("previoustype", "CustInvc")
          .set("nexttype", status.type())
          .set("foreignamount", amount)
          .set("lastmodifieddate", told.modified(new When("-3d")))
          .set("story", told.key())
          .run(connection);
    }
  }

  private void open(CreditData credit, int index) throws SQLException {
    boolean memo = credit.kind().equals("credit");
    Status status = memo ? Status.CREDIT_OPEN : Status.PAYMENT_UNAPPLIED;
    Insert row = transaction(status, told.transactionId(OPEN_FROM + index), credit.customer());
    row.set("tranid", (memo ? "CM-" : "PYMT-") + told.key() + "-U" + (index + 1))
        .set("trandate", credit.date().date(clock))
        .set("foreigntotal", memo ? credit.amount().negate() : credit.amount())
        .set("foreignamountpaid", BigDecimal.ZERO)
        .set("foreignamountunpaid", credit.amount())
        .flag("voided", false)
        .flag("posting", true);
    priced(row, credit.currency(), null);
    row.run(connection);
  }

  private Insert transaction(Status status, long id, int customer) {
    Insert row = Insert.into("transaction");
    status.set(row);
    return row.set("id", id)
        .set("entity", told.customerId(customer))
        .set("entity__df", told.story().customers().get(customer).name())
        .set("createddate", told.modified(new When("-14d")))
        .set("lastmodifieddate", told.modified(new When("-3d")))
        .set("story", told.key());
  }

  /// Item lines are negative, as they are booked; the discount line is positive.
  private void lines(long id, InvoiceAmounts amounts, BigDecimal rate, int customer)
      throws SQLException {
    line(id, 0, null, amounts.total(), rate, customer);
    line(id, 1, "Service", amounts.net().add(amounts.discount()).negate(), rate, customer);
    if (amounts.discount().signum() != 0) {
      line(id, 2, "Discount", amounts.discount(), rate, customer);
    }
    if (amounts.tax().signum() != 0) {
      line(id, 3, "TaxItem", amounts.tax().negate(), rate, customer);
    }
  }

  private void line(
      long id, int number, @Nullable String type, BigDecimal amount, BigDecimal rate, int customer)
      throws SQLException {
    Insert.into("transactionline")
        .set("transaction", id)
        .set("id", number)
        .set("uniquekey", id * 10 + number)
        .set("linesequencenumber", number)
        .flag("mainline", type == null)
        .flag("taxline", "TaxItem".equals(type))
        .set("itemtype", type)
        .set("itemtype__df", type)
        .set("foreignamount", amount)
        .set("netamount", amount.multiply(rate).setScale(2, RoundingMode.HALF_UP))
        .set("subsidiary", 1)
        .set("subsidiary__df", "Parent Company")
        .set("entity", told.customerId(customer))
        .set("story", told.key())
        .run(connection);
  }

  /// Sets currency and rate; answers the rate to the base currency, 1 where none is known.
  private BigDecimal priced(Insert row, @Nullable String symbol, @Nullable BigDecimal stated)
      throws SQLException {
    Currencies.Entry currency = currency(symbol);
    BigDecimal rate = stated == null ? currency.rate() : stated;
    row.set("currency", currency.id())
        .set("currency__df", currency.name())
        .set("exchangerate", rate);
    return rate == null ? BigDecimal.ONE : rate;
  }

  private Currencies.Entry currency(@Nullable String symbol) throws SQLException {
    return currencies.of(symbol == null ? told.story().currency() : symbol);
  }

  private @Nullable String email(int customer) {
    return told.story().customers().get(customer).email();
  }

  private @Nullable LocalDate date(@Nullable When when) {
    return when == null ? null : when.date(clock);
  }
}
