package dev.onboarding.finance.establishment;

import static dev.onboarding.finance.establishment.Establishing.CONTRACT;
import static dev.onboarding.finance.establishment.Establishing.DEAL;
import static dev.onboarding.finance.establishment.Establishing.TODAY;
import static dev.onboarding.finance.establishment.Establishing.account;
import static dev.onboarding.finance.establishment.Establishing.accountWithoutDeal;
import static dev.onboarding.finance.establishment.Establishing.establish;
import static dev.onboarding.finance.establishment.Establishing.establishAmong;
import static dev.onboarding.finance.establishment.Invoices.credited;
import static dev.onboarding.finance.establishment.Invoices.inStatus;
import static dev.onboarding.finance.establishment.Invoices.open;
import static dev.onboarding.finance.establishment.Invoices.paid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.ExchangeRate;
import dev.onboarding.model.Money;
import dev.onboarding.model.finding.BilledAmount;
import dev.onboarding.model.finding.InvoiceFinding;
import dev.onboarding.model.finding.InvoiceStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceChoiceTests {

  private static final String OTHER_DEAL = "006000000000009AAA";

  @Test
  void countsThoseThatNameTheDealBeforeAllOthers() {
    InvoiceFinding finding =
        establish(
            open("1").ofContract(CONTRACT), paid("2").ofDeal(DEAL).ofContract(CONTRACT), open("3"));

    assertThat(finding.count()).isOne();
    assertThat(finding.id()).isEqualTo("2");
    assertThat(finding.choice()).isEqualTo("1 invoice names the deal.");
  }

  @Test
  void countsThoseThatNameTheContractWhenNoneNamesTheDeal() {
    InvoiceFinding finding =
        establish(open("1"), open("2").ofContract(CONTRACT), open("3").ofDeal(OTHER_DEAL));

    assertThat(finding.count()).isOne();
    assertThat(finding.id()).isEqualTo("2");
    assertThat(finding.choice()).contains("names the CRM contract");
  }

  @Test
  void countsAllOfTheCustomersWhenNoneNamesDealOrContract() {
    InvoiceFinding finding = establish(open("1"), paid("2"));

    assertThat(finding.count()).isEqualTo(2);
    assertThat(finding.choice()).contains("all of the customer's count");
  }

  @Test
  void leavesOutWhatNamesAnotherDealWhenNoneNamesThisOne() {
    InvoiceFinding finding = establish(open("1"), paid("2").ofDeal(OTHER_DEAL));

    assertThat(finding.count()).isOne();
    assertThat(finding.id()).isEqualTo("1");
    assertThat(finding.status()).isEqualTo(InvoiceStatus.OPEN);
    assertThat(finding.choice())
        .isEqualTo("None names the deal or its contract; 1 for another deal: left out.");
  }

  @Test
  void countsNothingWhenEveryInvoiceIsForAnotherDeal() {
    InvoiceFinding finding =
        establish(paid("1").ofDeal(OTHER_DEAL), paid("2").ofDeal(OTHER_DEAL.substring(0, 15)));

    assertThat(finding.customers()).isOne();
    assertThat(finding.count()).isZero();
    assertThat(finding.paidShare()).isZero();
    assertThat(finding.sentence()).isEqualTo("Nothing is billed to Acme for the deal.");
    assertThat(finding.choice())
        .isEqualTo("None names the deal or its contract; 2 for another deal: left out.");
  }

  @Test
  void countsNothingOfTheContractThatNamesAnotherDeal() {
    InvoiceFinding lastYears = establish(paid("1").ofContract(CONTRACT).ofDeal(OTHER_DEAL));
    InvoiceFinding both =
        establish(
            paid("1").ofContract(CONTRACT).ofDeal(OTHER_DEAL), open("2").ofContract(CONTRACT));

    assertThat(lastYears.count()).isZero();
    assertThat(lastYears.choice())
        .isEqualTo("None names the deal or its contract; 1 for another deal: left out.");
    assertThat(both.count()).isOne();
    assertThat(both.id()).isEqualTo("2");
  }

  @Test
  void saysThatThereIsNoInvoiceAtAll() {
    InvoiceFinding finding = establish();

    assertThat(finding.choice()).isEqualTo("There is none to pick from.");
    assertThat(finding.sentence()).isEqualTo("Nothing is billed to Acme.");
  }

  @Test
  void countsAllOfTheCustomersWhenThereIsNoDeal() {
    InvoiceFinding finding =
        establish(
            accountWithoutDeal(),
            Establishing.answer(
                List.of(new BilledCustomer("7", null, "Acme", null, null)),
                open("1").ofDeal(DEAL)));

    assertThat(finding.count()).isOne();
    assertThat(finding.exempt()).isFalse();
  }

  @Test
  void knowsAnIdInItsShortForm() {
    InvoiceFinding finding = establish(open("1"), open("2").ofDeal(DEAL.substring(0, 15)));

    assertThat(finding.id()).isEqualTo("2");
  }

  @Test
  void doesNotTakeIdsForTheSameThatOnlyBeginAlike() {
    assertThat(InvoiceChoice.sameId("ABC", "ABCD")).isFalse();
    assertThat(InvoiceChoice.sameId("006000000000001AAA", "006000000000002AAA")).isFalse();
    assertThat(InvoiceChoice.sameId(null, null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"VOIDED", "CANCELLED", "REJECTED"})
  void leavesOutWhatWasWithdrawnWhenAValidOneExists(String withdrawn) {
    InvoiceFinding finding =
        establish(inStatus("1", withdrawn).ofDeal(DEAL), paid("2").ofDeal(DEAL));

    assertThat(finding.count()).isOne();
    assertThat(finding.id()).isEqualTo("2");
    assertThat(finding.status()).isEqualTo(InvoiceStatus.PAID_IN_FULL);
    assertThat(finding.choice()).contains("1 voided, cancelled or rejected: left out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"VOIDED", "CANCELLED", "REJECTED"})
  void reportsWhatWasWithdrawnWhenNothingValidExists(String withdrawn) {
    InvoiceFinding finding = establish(inStatus("1", withdrawn).ofDeal(DEAL));

    assertThat(finding.count()).isOne();
    assertThat(finding.status()).isEqualTo(InvoiceStatus.valueOf(withdrawn));
  }

  @Test
  void doesNotFallBackToAnotherDealWhenThisDealsInvoiceWasWithdrawn() {
    InvoiceFinding finding = establish(inStatus("1", "VOIDED").ofDeal(DEAL), paid("2"));

    assertThat(finding.status()).isEqualTo(InvoiceStatus.VOIDED);
  }

  @Test
  void leavesOutAnInvoiceThatWasCreditedAndBilledAgain() {
    InvoiceFinding finding =
        establish(
            credited("1").ofDeal(DEAL).issued(TODAY.minusDays(9)),
            paid("2").ofDeal(DEAL).issued(TODAY.minusDays(8)));

    assertThat(finding.count()).isOne();
    assertThat(finding.id()).isEqualTo("2");
    assertThat(finding.settledByCredit()).isFalse();
    assertThat(finding.choice()).contains("billed again");
  }

  @Test
  void keepsACreditedInvoiceThatNothingReplaced() {
    InvoiceFinding alone = establish(credited("1").ofDeal(DEAL));
    InvoiceFinding older =
        establish(
            paid("1").ofDeal(DEAL).issued(TODAY.minusDays(9)),
            credited("2").ofDeal(DEAL).issued(TODAY.minusDays(8)));

    assertThat(alone.settledByCredit()).isTrue();
    assertThat(older.count()).isEqualTo(2);
    assertThat(older.settledByCredit()).isTrue();
  }

  @Test
  void keepsAnInvoiceThatCreditSettledOnlyInPart() {
    InvoiceFinding finding =
        establish(
            paid("1").cash("60").credit("40").ofDeal(DEAL).issued(TODAY.minusDays(9)),
            paid("2").ofDeal(DEAL).issued(TODAY.minusDays(8)));

    assertThat(finding.count()).isEqualTo(2);
    assertThat(finding.settledByCredit()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"VOIDED", "CANCELLED", "REJECTED"})
  void showsWhatWasWithdrawnWhenNothingPlainlyReplacesIt(String withdrawn) {
    Invoices gone = inStatus("1", withdrawn).ofDeal(DEAL);

    InvoiceFinding earlier = establish(gone, paid("2").ofDeal(DEAL).issued(TODAY.minusDays(21)));
    InvoiceFinding undated = establish(gone, paid("2").ofDeal(DEAL).issued(null));
    InvoiceFinding otherCurrency =
        establish(gone, open("2").in("EUR").ofDeal(DEAL).issued(TODAY.minusDays(1)));
    InvoiceFinding onlyCredited = establish(gone, credited("2").ofDeal(DEAL).issued(TODAY));
    InvoiceFinding replaced = establish(gone, paid("2").ofDeal(DEAL).issued(TODAY.minusDays(20)));

    assertThat(List.of(earlier, undated, otherCurrency, onlyCredited))
        .allSatisfy(finding -> {
          assertThat(finding.count()).isOne();
          assertThat(finding.id()).isEqualTo("2");
          assertThat(finding.leftOut()).isOne();
          assertThat(finding.leftOutNumber()).isEqualTo("INV-1");
          assertThat(finding.choice()).contains("replaces 1 of them");
        });
    assertThat(replaced.leftOut()).isZero();
    assertThat(replaced.leftOutNumber()).isNull();
  }

  @Test
  void judgesTheInvoicesOfEveryCurrencyAndSumsEachByItself() {
    InvoiceFinding finding =
        establish(
            paid("1").ofDeal(DEAL).due(TODAY.minusDays(90)),
            open("2").in("EUR").ofDeal(DEAL).due(TODAY.minusDays(90)));

    assertThat(finding.count()).isEqualTo(2);
    assertThat(finding.status()).isEqualTo(InvoiceStatus.OPEN);
    assertThat(finding.daysOverdue()).isEqualTo(90);
    assertThat(finding.number()).isEqualTo("INV-2");
    assertThat(finding.paidShare()).isZero();
    assertThat(finding.total()).isEqualTo(Money.of("100", "EUR"));
    assertThat(finding.remaining()).isEqualTo(Money.of("100", "EUR"));
    assertThat(finding.sentence())
        .contains("billed 100.00 EUR, of which 100.00 EUR remains")
        .contains("billed 100.00 USD, of which 0.00 USD remains");
  }

  @Test
  void handsOnWhatEachInvoiceBillsAndItsRate() {
    InvoiceFinding finding =
        establish(paid("1").ofDeal(DEAL), open("2").in("EUR").rated("1.08", "USD").ofDeal(DEAL));

    assertThat(finding.billed())
        .containsExactlyInAnyOrder(
            new BilledAmount(Money.of("100", "USD"), null),
            new BilledAmount(
                Money.of("100", "EUR"),
                new ExchangeRate(new BigDecimal("1.08"), "EUR", "USD", TODAY.minusDays(20))));
    assertThat(establish(open("1"), open("2").withoutAmounts()).billed()).isEmpty();
  }

  @Test
  void picksNothingAmongSeveralCustomers() {
    InvoiceFinding finding = establishAmong(2, paid("1").ofDeal(DEAL));

    assertThat(finding.customers()).isEqualTo(2);
    assertThat(finding.count()).isZero();
    assertThat(finding.id()).isNull();
    assertThat(finding.status()).isNull();
    assertThat(finding.sentence()).contains("2 customers");
  }

  @Test
  void picksNothingWithoutACustomer() {
    InvoiceFinding finding = establishAmong(0);

    assertThat(finding.customers()).isZero();
    assertThat(finding.count()).isZero();
    assertThat(finding.evidence())
        .singleElement()
        .satisfies(e ->
            assertThat(e.record()).isEqualTo("invoices of account 001000000000001AAA (ACME-001)"));
  }

  @Test
  void saysThatACustomerWhoDoesNotMatchIsBilledForTheDeal() {
    InvoiceFinding finding = billedToTheParent(paid("1").ofDeal(DEAL).ofCustomer("8"));

    assertThat(finding.count()).isZero();
    assertThat(finding.elsewhere()).isOne();
    assertThat(finding.elsewhereNumber()).isEqualTo("INV-1");
    assertThat(finding.elsewhereCustomer()).isEqualTo("Acme Group");
    assertThat(finding.choice()).contains("does not match: Acme Group");
  }

  @Test
  void countsNothingElsewhereThatIsForAnotherDealOrWithdrawn() {
    InvoiceFinding finding =
        billedToTheParent(
            paid("1").ofDeal(OTHER_DEAL).ofContract(CONTRACT).ofCustomer("8"),
            inStatus("2", "VOIDED").ofDeal(DEAL).ofCustomer("8"),
            credited("3").ofDeal(DEAL).ofCustomer("8"));

    assertThat(finding.elsewhere()).isZero();
    assertThat(finding.elsewhereCustomer()).isNull();
  }

  private static InvoiceFinding billedToTheParent(Invoices... invoices) {
    return establish(
        account(Money.of("100", "USD")),
        new InvoicesOfAccount(
            Establishing.ACCOUNT,
            List.of(),
            List.of(new BilledCustomer("8", "PARENT", "Acme Group", null, "USD")),
            Stream.of(invoices).map(Invoices::build).toList(),
            List.of(),
            null));
  }

  @Test
  void namesTheCustomerThatDoesNotMatchWhenTheDealIsBilledThere() {
    var matching = new BilledCustomer("6", "ACME-001", "Acme", "billing@acme.example", "USD");
    var parent = new BilledCustomer("7", "PARENT", "Acme Group", null, "USD");

    InvoiceFinding finding =
        establish(
            account(Money.of("100", "USD")),
            new InvoicesOfAccount(
                Establishing.ACCOUNT,
                List.of(matching),
                List.of(parent),
                List.of(paid("1").ofDeal(DEAL).build()),
                List.of(),
                null));

    assertThat(finding.count()).isOne();
    assertThat(finding.customerName()).isEqualTo("Acme Group");
    assertThat(finding.billingEmail()).isEqualTo("billing@acme.example");
    assertThat(finding.choice()).contains("does not match: Acme Group");
    assertThat(finding.elsewhere()).isOne();
    assertThat(finding.elsewhereNumber()).isEqualTo("INV-1");
  }
}
