package dev.onboarding.netsuite.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.ExchangeRate;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.Money;
import dev.onboarding.netsuite.suiteql.Answers;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TranslateRowsTests {

  private static final String CUSTOMER =
      """
      "customer_id":"7","customer_key":"ACME-001","customer_external_id":"ACME-001",\
      "customer_name":"Acme","customer_email":"billing@acme.example","customer_currency":"USD\"\
      """;

  @Test
  void readsAnInvoiceWithEverythingItSays() {
    AccountInvoices found =
        found(
            row(
                """
                "transaction_id":"1227","transaction_number":"INV-1","transaction_type":"CustInvc",\
                "status_code":"CustInvc:A","status_label":"Invoice : Open","voided":"F",\
                "opportunity_id":"006A","contract_id":"800A","crm_account_id":"001A",\
                "issued":"2026-04-06","due":"2026-05-06","total":"1200.00","remaining":"480",\
                "net":"1000","paid_by_cash":"620","paid_by_credit":"100","currency":"USD\"\
                """));

    assertThat(found.customers())
        .containsExactly(new Customer("7", "ACME-001", "Acme", "billing@acme.example", "USD"));
    assertThat(found.invoices())
        .containsExactly(
            new Invoice(
                "1227",
                "INV-1",
                "7",
                InvoiceStatus.OPEN,
                "Invoice : Open",
                "006A",
                "800A",
                "001A",
                Money.of("1200", "USD"),
                Money.of("1000", "USD"),
                Money.of("480", "USD"),
                Money.of("620", "USD"),
                Money.of("100", "USD"),
                LocalDate.of(2026, 4, 6),
                LocalDate.of(2026, 5, 6),
                null));
  }

  @Test
  void knowsACustomerWithoutInvoices() {
    AccountInvoices found = found("{" + CUSTOMER + "}");

    assertThat(found.customers()).hasSize(1);
    assertThat(found.invoices()).isEmpty();
    assertThat(found.unappliedCredits()).isEmpty();
  }

  @Test
  void confirmsThatThereIsNoCustomer() {
    assertThat(found().customers()).isEmpty();
  }

  @Test
  void keepsTwoCustomersApart() {
    AccountInvoices found =
        found("{" + CUSTOMER + "}", "{" + CUSTOMER.replace("\"7\"", "\"8\"") + "}");

    assertThat(found.customers()).extracting(Customer::id).containsExactly("7", "8");
  }

  @Test
  void listsWhoIsBilledForTheDealWithoutMatching() {
    AccountInvoices found =
        found(
            row(invoice("1", "A")).replace("ACME-001", "PARENT-1").replace("\"7\"", "\"9\""),
            row(credit("50")).replace("ACME-001", "PARENT-1").replace("\"7\"", "\"9\""));

    assertThat(found.customers()).isEmpty();
    assertThat(found.otherCustomers()).extracting(Customer::id).containsExactly("9");
    assertThat(found.invoices()).extracting(Invoice::customerId).containsExactly("9");
    assertThat(found.unappliedCredits()).isEmpty();
  }

  @Test
  void saysThatNothingWasPaidWhenNothingWas() {
    Invoice invoice = found(row(invoice("1", "A"))).invoices().getFirst();

    assertThat(invoice.paidByCash()).isEqualTo(Money.zero("EUR"));
    assertThat(invoice.paidByCredit()).isEqualTo(Money.zero("EUR"));
  }

  @Test
  void doesNotGuessHowSomethingWasPaid() {
    Invoice invoice =
        found(row(invoice("1", "B").replace("\"remaining\":\"100\"", "\"remaining\":\"0\"")))
            .invoices()
            .getFirst();

    assertThat(invoice.status()).isEqualTo(InvoiceStatus.PAID_IN_FULL);
    assertThat(invoice.paidByCash()).isNull();
    assertThat(invoice.paidByCredit()).isNull();
  }

  @Test
  void seesThatAllWasSettledByCredit() {
    Invoice invoice =
        found(row(invoice("1", "B") + ",\"paid_by_credit\":\"100\"")).invoices().getFirst();

    assertThat(invoice.paidByCash()).isEqualTo(Money.zero("EUR"));
    assertThat(invoice.paidByCredit()).isEqualTo(Money.of("100", "EUR"));
  }

  @Test
  void takesTheVoidedMarkOverTheStatus() {
    Invoice invoice = found(row(invoice("1", "A") + ",\"voided\":\"T\"")).invoices().getFirst();

    assertThat(invoice.status()).isEqualTo(InvoiceStatus.VOIDED);
  }

  @Test
  void keepsTheWordsOfAStatusItDoesNotKnow() {
    Invoice invoice =
        found(row(invoice("1", "Q") + ",\"status_label\":\"Invoice : In Dispute\""))
            .invoices()
            .getFirst();

    assertThat(invoice.status()).isNull();
    assertThat(invoice.statusRaw()).isEqualTo("Invoice : In Dispute");
  }

  @Test
  void keepsAnInvoiceWithoutAnId() {
    Invoice invoice =
        found(row(invoice("1", "A").replace("\"transaction_id\":\"1\",", "")))
            .invoices()
            .getFirst();

    assertThat(invoice.id()).isNull();
    assertThat(invoice.number()).isEqualTo("INV-1");
  }

  @Test
  void countsWhatIsLeftOfACredit() {
    assertThat(found(row(credit("-50"))).unappliedCredits())
        .containsExactly(new UnappliedCredit("2", "CR-2", Money.of("50", "EUR")));
    assertThat(found(row(credit("50") + ",\"applied\":\"20\"")).unappliedCredits())
        .extracting(UnappliedCredit::remaining)
        .containsExactly(Money.of("30", "EUR"));
    assertThat(found(row(credit("50") + ",\"applied\":\"50\"")).unappliedCredits()).isEmpty();
    assertThat(found(row(credit("50") + ",\"voided\":\"T\"")).unappliedCredits()).isEmpty();
  }

  @Test
  void readsTheRateOfTheDayItWasBooked() {
    String booked = invoice("1", "A") + ",\"exchange_rate\":\"1.08\",\"issued\":\"2026-04-06\"";

    assertThat(found(row(booked)).invoices().getFirst().rate())
        .isEqualTo(
            new ExchangeRate(new BigDecimal("1.08"), "EUR", "USD", LocalDate.of(2026, 4, 6)));
  }

  @Test
  void readsNoRateWithoutADayOrACurrencyThatItLeadsTo() {
    String rated = invoice("1", "A") + ",\"exchange_rate\":\"1.08\"";
    String booked = rated + ",\"issued\":\"2026-04-06\"";
    AccountInvoices severalBases =
        new TranslateRows("").toAccount("001A", "ACME-001", Answers.rows(row(booked)));

    assertThat(found(row(rated)).invoices().getFirst().rate()).isNull();
    assertThat(found(row(booked.replace("EUR", "USD"))).invoices().getFirst().rate()).isNull();
    assertThat(found(row(booked.replace("1.08", "0"))).invoices().getFirst().rate()).isNull();
    assertThat(severalBases.invoices().getFirst().rate()).isNull();
  }

  @Test
  void refusesAnAmountInNoCurrency() {
    assertThatThrownBy(() -> found(row(invoice("1", "A").replace("EUR", "Euro"))))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure().errorCode()).isEqualTo("CURRENCY_UNKNOWN"))
        .hasMessageContaining("INV-1")
        .hasMessageContaining("'Euro'");
    assertThatThrownBy(() -> found(row(invoice("1", "A").replace(",\"currency\":\"EUR\"", ""))))
        .isInstanceOf(FailureException.class);
  }

  private static AccountInvoices found(String... rows) {
    return new TranslateRows("USD").toAccount("001A", "ACME-001", Answers.rows(rows));
  }

  private static String row(String columns) {
    return "{" + CUSTOMER + "," + columns + "}";
  }

  private static String invoice(String id, String status) {
    return """
    "transaction_id":"%1$s","transaction_number":"INV-%1$s","transaction_type":"CustInvc",\
    "status_code":"CustInvc:%2$s","total":"100","remaining":"100","currency":"EUR\"\
    """
        .formatted(id, status);
  }

  private static String credit(String total) {
    return """
    "transaction_id":"2","transaction_number":"CR-2","transaction_type":"CustCred",\
    "status_code":"CustCred:A","total":"%s","currency":"EUR\"\
    """
        .formatted(total);
  }
}
