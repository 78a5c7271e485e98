package dev.onboarding.finance.establishment;

import dev.onboarding.model.AccountContext;
import dev.onboarding.model.Money;
import dev.onboarding.model.finding.Evidence;
import dev.onboarding.model.finding.InvoiceFinding;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Establishes what is billed for a deal and what became of it, from what was read and the
/// account's own day.
///
/// No threshold and no judgement; the same input always gives the same finding.
public final class InvoiceEstablishment {

  private InvoiceEstablishment() {}

  /// What is true of the deal's invoices; a finding that counts none where none was found.
  public static InvoiceFinding establish(
      AccountContext account, InvoicesOfAccount answer, Reading reading) {
    if (answer.customers().size() != 1) {
      return withoutCustomer(account, answer, reading);
    }
    InvoiceChoice choice = InvoiceChoice.among(answer, account);
    BilledCustomer customer = answer.customers().getFirst();
    return choice.counting().isEmpty()
        ? nothingBilled(account, answer, customer, choice, reading)
        : billed(account, answer, customer, choice, reading);
  }

  private static InvoiceFinding billed(
      AccountContext account,
      InvoicesOfAccount answer,
      BilledCustomer customer,
      InvoiceChoice choice,
      Reading reading) {
    List<BilledInvoice> counting = choice.counting();
    var sums = new InvoiceSums(counting);
    CurrencySums least = sums.byCurrency().getFirst();
    var elsewhere = Elsewhere.of(answer, account);
    BilledInvoice first = counting.getFirst();
    return new InvoiceFinding(
        1,
        counting.size(),
        choice.leftOut().size(),
        choice.leftOut().stream().findFirst().map(BilledInvoice::label).orElse(null),
        elsewhere.count(),
        elsewhere.invoice(),
        elsewhere.customer(),
        exempt(account),
        first.id(),
        first.number(),
        sums.status(),
        accountOf(counting, account),
        customerName(answer, customer, counting),
        least.total(),
        least.net(),
        least.remaining(),
        sums.due(),
        sums.daysOverdue(account.today()),
        least.paidShare(),
        sums.settledByCredit(),
        unapplied(answer.unappliedCredits(), account, customer),
        sums.billed(),
        customer.email(),
        choice.why() + elsewhere.said(),
        InvoiceSentence.about(sums, account.today()),
        evidence(counting, reading));
  }

  private static InvoiceFinding nothingBilled(
      AccountContext account,
      InvoicesOfAccount answer,
      BilledCustomer customer,
      InvoiceChoice choice,
      Reading reading) {
    return absent(
        account,
        answer,
        customer,
        unapplied(answer.unappliedCredits(), account, customer),
        choice.why(),
        "Nothing is billed to %s%s."
            .formatted(account.accountName(), answer.invoices().isEmpty() ? "" : " for the deal"),
        reading);
  }

  private static InvoiceFinding withoutCustomer(
      AccountContext account, InvoicesOfAccount answer, Reading reading) {
    int matches = answer.customers().size();
    String elsewhere = Elsewhere.of(answer, account).said();
    String sentence =
        matches == 0
            ? "The ERP has no customer that matches %s.".formatted(account.accountName())
            : "%d customers of the ERP match %s.".formatted(matches, account.accountName());
    String choice =
        matches == 0
            ? "Without a customer there is no invoice to pick." + elsewhere
            : "Among the invoices of several customers none is picked." + elsewhere;
    return absent(account, answer, null, null, choice, sentence, reading);
  }

  private static InvoiceFinding absent(
      AccountContext account,
      InvoicesOfAccount answer,
      @Nullable BilledCustomer customer,
      @Nullable Money unapplied,
      String choice,
      String sentence,
      Reading reading) {
    boolean exempt = exempt(account);
    var elsewhere = Elsewhere.of(answer, account);
    return new InvoiceFinding(
        answer.customers().size(),
        0,
        0,
        null,
        elsewhere.count(),
        elsewhere.invoice(),
        elsewhere.customer(),
        exempt,
        null,
        null,
        null,
        null,
        customer == null ? null : customer.name(),
        null,
        null,
        null,
        null,
        0,
        exempt ? 1 : 0,
        false,
        unapplied,
        List.of(),
        customer == null ? null : customer.email(),
        choice,
        sentence + (exempt ? " The deal has a value of zero, so nothing need be." : ""),
        List.of(reading.of(asked(account))));
  }

  private static boolean exempt(AccountContext account) {
    return account.deal() != null
        && account.deal().amount() != null
        && account.deal().amount().isZero();
  }

  /// An account that differs is named before one that agrees, so that the difference is seen.
  private static @Nullable String accountOf(List<BilledInvoice> counting, AccountContext account) {
    List<String> named =
        counting.stream().map(BilledInvoice::crmAccountId).filter(Objects::nonNull).toList();
    Optional<String> differing =
        named.stream().filter(id -> !InvoiceChoice.sameId(id, account.accountId())).findFirst();
    return differing.or(() -> named.stream().findFirst()).orElse(null);
  }

  /// A customer that differs is named before the one that matches, so that the difference is seen.
  private static @Nullable String customerName(
      InvoicesOfAccount answer, BilledCustomer matching, List<BilledInvoice> counting) {
    return counting.stream()
        .flatMap(invoice -> answer.foreign(invoice).stream())
        .map(BilledCustomer::name)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(matching.name());
  }

  /// Credit in another currency is not added: the deal's comes first, then the customer's own.
  private static @Nullable Money unapplied(
      List<OpenCredit> credits, AccountContext account, BilledCustomer customer) {
    List<Money> amounts =
        credits.stream().map(OpenCredit::remaining).filter(m -> !m.isZero()).toList();
    return Stream.of(InvoiceChoice.dealCurrency(account), customer.currency())
        .filter(Objects::nonNull)
        .filter(wanted -> amounts.stream().anyMatch(m -> m.currency().equals(wanted)))
        .findFirst()
        .or(() -> amounts.stream().map(Money::currency).findFirst())
        .flatMap(
            wanted -> amounts.stream().filter(m -> m.currency().equals(wanted)).reduce(Money::plus))
        .orElse(null);
  }

  private static List<Evidence> evidence(List<BilledInvoice> counting, Reading reading) {
    return counting.stream().map(invoice -> reading.of(capitalized(invoice.named()))).toList();
  }

  private static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String asked(AccountContext account) {
    return "invoices of account "
        + account.accountId()
        + (account.externalKey() == null ? "" : " (" + account.externalKey() + ")");
  }
}
