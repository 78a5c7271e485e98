package dev.onboarding.finance.establishment;

import static dev.onboarding.finance.establishment.Establishing.DEAL;
import static dev.onboarding.finance.establishment.Establishing.TODAY;
import static dev.onboarding.finance.establishment.Establishing.establish;
import static dev.onboarding.finance.establishment.Invoices.credited;
import static dev.onboarding.finance.establishment.Invoices.inStatus;
import static dev.onboarding.finance.establishment.Invoices.open;
import static dev.onboarding.finance.establishment.Invoices.paid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.Money;
import dev.onboarding.model.finding.InvoiceFinding;
import dev.onboarding.model.finding.InvoiceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceSumsTests {

  @Test
  void sumsWhatSeveralInvoicesBill() {
    InvoiceFinding finding =
        establish(
            paid("1").total("60").net("50").cash("60").ofDeal(DEAL),
            open("2").total("66").net("55").remaining("36").cash("30").ofDeal(DEAL));

    assertThat(finding.count()).isEqualTo(2);
    assertThat(finding.status()).isEqualTo(InvoiceStatus.OPEN);
    assertThat(finding.total()).isEqualTo(Money.of("126", "USD"));
    assertThat(finding.net()).isEqualTo(Money.of("105", "USD"));
    assertThat(finding.remaining()).isEqualTo(Money.of("36", "USD"));
    assertThat(finding.paidShare()).isEqualTo(0.7142);
  }

  @Test
  void namesTheGravestStatusOfSeveral() {
    InvoiceFinding finding = establish(open("1"), inStatus("2", "PENDING_APPROVAL"), paid("3"));

    assertThat(finding.status()).isEqualTo(InvoiceStatus.PENDING_APPROVAL);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 100, 0.0",
    "100, 50, 0.5",
    "100, 50.01, 0.4999",
    "100, 0, 1.0",
    "100, -5, 1.0",
    "100, 105, 0.0",
    "0, 0, 1.0",
    "3, 1, 0.6666",
    "1000000, 500000.01, 0.4999"
  })
  void takesTheShareThatIsPaid(String total, String remaining, double share) {
    InvoiceFinding finding = establish(open("1").total(total).remaining(remaining));

    assertThat(finding.paidShare()).isEqualTo(share);
  }

  @Test
  void takesNothingForPaidThatIsNotSaidToBe() {
    InvoiceFinding unstated = establish(open("1").withoutAmounts());
    InvoiceFinding byPayments = establish(open("1").remaining(null).cash("30").credit("20"));

    assertThat(unstated.paidShare()).isZero();
    assertThat(unstated.total()).isNull();
    assertThat(unstated.net()).isNull();
    assertThat(unstated.remaining()).isNull();
    assertThat(byPayments.paidShare()).isEqualTo(0.5);
  }

  @Test
  void givesNoSumWhenOneInvoiceDoesNotStateItsPart() {
    assertThat(establish(open("1"), open("2").withoutAmounts()).total()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"-25, 25", "-1, 1", "0, 0", "1, 0"})
  void countsTheDaysSinceTheDueDate(int due, int overdue) {
    InvoiceFinding finding = establish(open("1").due(TODAY.plusDays(due)));

    assertThat(finding.daysOverdue()).isEqualTo(overdue);
    assertThat(finding.due()).isEqualTo(TODAY.plusDays(due));
  }

  @Test
  void isNotOverdueWhenNothingRemains() {
    InvoiceFinding finding = establish(paid("1").due(TODAY.minusDays(25)));

    assertThat(finding.daysOverdue()).isZero();
    assertThat(finding.due()).isEqualTo(TODAY.minusDays(25));
  }

  @Test
  void isOverdueByTheEarliestInstalmentThatIsUnpaid() {
    InvoiceFinding finding =
        establish(
            paid("1").due(TODAY.minusDays(60)),
            open("2").due(TODAY.minusDays(5)),
            open("3").due(TODAY.plusDays(30)));

    assertThat(finding.due()).isEqualTo(TODAY.minusDays(5));
    assertThat(finding.daysOverdue()).isEqualTo(5);
  }

  @Test
  void leavesTheDueDateAbsentWhenOneInvoiceHasNone() {
    InvoiceFinding finding = establish(open("1").due(null), open("2").due(TODAY.minusDays(5)));

    assertThat(finding.due()).isNull();
    assertThat(finding.daysOverdue()).isEqualTo(5);
  }

  @Test
  void takesAnOpenInvoiceForUnpaidWhenItDoesNotSayWhatRemains() {
    InvoiceFinding finding = establish(open("1").remaining(null).due(TODAY.minusDays(3)));

    assertThat(finding.daysOverdue()).isEqualTo(3);
  }

  @Test
  void seesThatCreditSettledIt() {
    assertThat(establish(credited("1")).settledByCredit()).isTrue();
    assertThat(establish(paid("1").cash("99").credit("1")).settledByCredit()).isTrue();
    assertThat(establish(paid("1")).settledByCredit()).isFalse();
  }

  @Test
  void doesNotGuessWhatSettledIt() {
    assertThat(establish(paid("1").withoutSettlement()).settledByCredit()).isNull();
    assertThat(establish(open("1").remaining("40").withoutSettlement()).settledByCredit()).isNull();
    assertThat(establish(open("1").withoutSettlement()).settledByCredit()).isFalse();
    assertThat(establish(credited("1"), paid("2").withoutSettlement()).settledByCredit()).isTrue();
  }

  @Test
  void takesTheLeastShareThatIsPaidInAnyCurrency() {
    InvoiceFinding finding = establish(paid("1"), open("2").in("EUR"), paid("3"));

    assertThat(finding.paidShare()).isZero();
    assertThat(finding.remaining()).isEqualTo(Money.of("100", "EUR"));
  }
}
