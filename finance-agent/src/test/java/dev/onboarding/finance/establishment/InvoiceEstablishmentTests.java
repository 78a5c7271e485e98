package dev.onboarding.finance.establishment;

import static dev.onboarding.finance.establishment.Establishing.ACCOUNT;
import static dev.onboarding.finance.establishment.Establishing.DEAL;
import static dev.onboarding.finance.establishment.Establishing.TODAY;
import static dev.onboarding.finance.establishment.Establishing.establish;
import static dev.onboarding.finance.establishment.Establishing.establishAmong;
import static dev.onboarding.finance.establishment.Establishing.establishFor;
import static dev.onboarding.finance.establishment.Establishing.establishWithCredits;
import static dev.onboarding.finance.establishment.Invoices.inStatus;
import static dev.onboarding.finance.establishment.Invoices.open;
import static dev.onboarding.finance.establishment.Invoices.paid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.Money;
import dev.onboarding.model.finding.Evidence;
import dev.onboarding.model.finding.InvoiceFinding;
import dev.onboarding.model.finding.InvoiceStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InvoiceEstablishmentTests {

  @Test
  void saysThatNothingIsBilled() {
    InvoiceFinding finding = establish();

    assertThat(finding.customers()).isOne();
    assertThat(finding.count()).isZero();
    assertThat(finding.exempt()).isFalse();
    assertThat(finding.status()).isNull();
    assertThat(finding.paidShare()).isZero();
    assertThat(finding.customerName()).isEqualTo("Acme");
    assertThat(finding.billingEmail()).isEqualTo("billing@acme.example");
  }

  @Test
  void exemptsADealOfZeroValue() {
    InvoiceFinding finding = establishFor(Money.zero("USD"));

    assertThat(finding.exempt()).isTrue();
    assertThat(finding.count()).isZero();
    assertThat(finding.paidShare()).isOne();
  }

  @Test
  void exemptsNothingWhenTheDealHasNoAmount() {
    assertThat(establishFor(null).exempt()).isFalse();
    assertThat(establishFor(Money.of("0.01", "USD")).exempt()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(InvoiceStatus.class)
  void reportsEveryStatus(InvoiceStatus status) {
    InvoiceFinding finding = establish(inStatus("1", status.name()));

    assertThat(finding.status()).isEqualTo(status);
    assertThat(finding.sentence()).isNotBlank();
  }

  @Test
  void doesNotGuessAStatusThatNobodyKnows() {
    InvoiceFinding finding =
        establish(paid("1").ofDeal(DEAL), inStatus("2", "FROZEN").ofDeal(DEAL));

    assertThat(finding.count()).isEqualTo(2);
    assertThat(finding.status()).isNull();
    assertThat(finding.sentence()).contains("FROZEN");
  }

  @Test
  void isNotDisturbedByAnUnknownStatusOfAnInvoiceThatDoesNotCount() {
    InvoiceFinding finding = establish(paid("1").ofDeal(DEAL), inStatus("2", "FROZEN"));

    assertThat(finding.status()).isEqualTo(InvoiceStatus.PAID_IN_FULL);
  }

  @Test
  void saysWhenTheErpDoesNotSayByWhatItWasSettled() {
    InvoiceFinding finding = establish(paid("1").withoutSettlement());

    assertThat(finding.settledByCredit()).isNull();
    assertThat(finding.sentence()).contains("does not say by what");
  }

  @Test
  void addsCreditThatIsNotApplied() {
    List<OpenCredit> credits =
        List.of(
            new OpenCredit("1", "CM1", Money.of("10", "USD")),
            new OpenCredit("2", "CM2", Money.of("5", "USD")),
            new OpenCredit("3", "CM3", Money.of("7", "EUR")));

    assertThat(establishWithCredits(credits, open("1")).unappliedCredit())
        .isEqualTo(Money.of("15", "USD"));
    assertThat(establishWithCredits(credits).unappliedCredit()).isEqualTo(Money.of("15", "USD"));
    assertThat(establishWithCredits(List.of(), open("1")).unappliedCredit()).isNull();
  }

  @Test
  void namesTheAccountThatDiffersBeforeTheOneThatAgrees() {
    InvoiceFinding finding =
        establish(open("1"), open("2").ofAccount("001000000000009AAA"), open("3").ofAccount(null));

    assertThat(finding.accountId()).isEqualTo("001000000000009AAA");
    assertThat(establish(open("1")).accountId()).isEqualTo(ACCOUNT);
    assertThat(establish(open("1").ofAccount(null)).accountId()).isNull();
  }

  @Test
  void showsTheLackOfAnIdBeforeAnythingElse() {
    InvoiceFinding finding = establish(open("1"), open("2").withoutId());

    assertThat(finding.id()).isNull();
    assertThat(finding.number()).isEqualTo("INV-2");
  }

  @Test
  void namesTheOldestFirst() {
    InvoiceFinding finding =
        establish(
            open("1").issued(null),
            open("2").issued(TODAY.minusDays(1)),
            open("3").issued(TODAY.minusDays(2)));

    assertThat(finding.id()).isEqualTo("3");
  }

  @Test
  void pointsToEveryInvoiceThatCounts() {
    InvoiceFinding finding = establish(open("1"), open("2").withoutNumber());

    assertThat(finding.evidence())
        .extracting(Evidence::record)
        .containsExactlyInAnyOrder("Invoice INV-1", "Invoice 2");
    assertThat(finding.evidence().getFirst())
        .isEqualTo(
            new Evidence(
                "netsuite",
                finding.evidence().getFirst().record(),
                "netsuite_list_account_invoices",
                "call-1",
                Instant.EPOCH,
                "digest-1"));
  }

  @Test
  void givesTheSameAnswerInWhateverOrderInvoicesCome() {
    assertThat(establish(open("1"), paid("2"), open("3")))
        .isEqualTo(establish(open("3"), paid("2"), open("1")));
  }

  @Test
  void isExemptWhateverTheCustomers() {
    assertThat(establishAmong(0).exempt()).isFalse();
    assertThat(
            establish(Establishing.account(Money.zero("USD")), Establishing.answer(List.of()))
                .exempt())
        .isTrue();
  }
}
