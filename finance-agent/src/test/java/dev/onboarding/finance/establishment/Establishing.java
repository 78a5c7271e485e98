package dev.onboarding.finance.establishment;

import dev.onboarding.model.AccountContext;
import dev.onboarding.model.AccountContext.CrmContract;
import dev.onboarding.model.AccountContext.Deal;
import dev.onboarding.model.Money;
import dev.onboarding.model.finding.InvoiceFinding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Establishes findings of one account on one day that is nobody's today.
final class Establishing {

  static final String ACCOUNT = "001000000000001AAA";
  static final String DEAL = "006000000000001AAA";
  static final String CONTRACT = "800000000000001AAA";
  static final LocalDate TODAY = LocalDate.of(2030, 6, 15);
  static final Reading READING =
      new Reading("netsuite_list_account_invoices", "call-1", Instant.EPOCH, "digest-1");

  private static final BilledCustomer CUSTOMER =
      new BilledCustomer("7", "ACME-001", "Acme", "billing@acme.example", "USD");

  private Establishing() {}

  static InvoiceFinding establish(Invoices... invoices) {
    return establishFor(Money.of("100", "USD"), invoices);
  }

  static InvoiceFinding establishFor(@Nullable Money dealAmount, Invoices... invoices) {
    return establish(account(dealAmount), answer(List.of(CUSTOMER), invoices));
  }

  static InvoiceFinding establishAmong(int customers, Invoices... invoices) {
    return establish(
        account(Money.of("100", "USD")),
        answer(Stream.generate(() -> CUSTOMER).limit(customers).toList(), invoices));
  }

  static InvoiceFinding establishWithCredits(List<OpenCredit> credits, Invoices... invoices) {
    InvoicesOfAccount answer = answer(List.of(CUSTOMER), invoices);
    return establish(
        account(Money.of("100", "USD")),
        new InvoicesOfAccount(
            ACCOUNT, answer.customers(), List.of(), answer.invoices(), credits, null));
  }

  static InvoiceFinding establish(AccountContext account, InvoicesOfAccount answer) {
    return InvoiceEstablishment.establish(account, answer, READING);
  }

  static AccountContext account(@Nullable Money dealAmount) {
    return new AccountContext(
        ACCOUNT,
        "ACME-001",
        "Acme",
        TODAY,
        new Deal(DEAL, dealAmount, TODAY.minusDays(30), CONTRACT),
        new CrmContract(CONTRACT, "00000123", null, null, null, null, null));
  }

  static AccountContext accountWithoutDeal() {
    return new AccountContext(ACCOUNT, null, "Acme", TODAY, null, null);
  }

  static InvoicesOfAccount answer(List<BilledCustomer> customers, Invoices... invoices) {
    return new InvoicesOfAccount(
        ACCOUNT,
        customers,
        List.of(),
        Stream.of(invoices).map(Invoices::build).toList(),
        List.of(),
        null);
  }
}
