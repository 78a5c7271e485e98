package dev.onboarding.finance.establishment;

import dev.onboarding.model.AccountContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which invoices count for the deal, in order, and why.
///
/// @param currency the one currency that all that count are in; absent when none states any
record InvoiceChoice(List<BilledInvoice> counting, @Nullable String currency, String why) {

  /// Those that name the deal, else those that name its contract, else all that name no other deal;
  /// of these, what was withdrawn gives way to what is valid, and other currencies to the deal's.
  static InvoiceChoice among(InvoicesOfAccount answer, AccountContext account) {
    var reasons = new ArrayList<String>();
    List<BilledInvoice> ofDeal = ofDeal(answer.invoices(), account, reasons);
    List<BilledInvoice> standing = withoutWithdrawn(ofDeal, reasons);
    String currency = currencyOf(standing, answer, account);
    List<BilledInvoice> counting = inCurrency(standing, currency, reasons);
    return new InvoiceChoice(
        counting.stream().sorted(ORDER).toList(), currency, String.join(" ", reasons));
  }

  /// What has no id comes first, so that its lack is seen; then the oldest.
  private static final Comparator<BilledInvoice> ORDER =
      Comparator.comparing((BilledInvoice i) -> i.id() != null)
          .thenComparing(BilledInvoice::issued, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(BilledInvoice::named);

  private static List<BilledInvoice> ofDeal(
      List<BilledInvoice> all, AccountContext account, List<String> reasons) {
    String opportunity = account.deal() == null ? null : account.deal().id();
    List<BilledInvoice> byDeal = having(all, i -> sameId(i.opportunityId(), opportunity));
    if (!byDeal.isEmpty()) {
      reasons.add("%s the deal.".formatted(naming(byDeal.size())));
      return withoutRebilled(byDeal, reasons);
    }
    String contract = contractOf(account);
    List<BilledInvoice> byContract = having(all, i -> sameId(i.contractId(), contract));
    if (!byContract.isEmpty()) {
      reasons.add("%s the CRM contract; none names the deal.".formatted(naming(byContract.size())));
      return withoutRebilled(byContract, reasons);
    }
    return withoutOtherDeals(all, opportunity, reasons);
  }

  /// What names another deal is billed for that one; what names none may be billed for this.
  private static List<BilledInvoice> withoutOtherDeals(
      List<BilledInvoice> all, @Nullable String opportunity, List<String> reasons) {
    List<BilledInvoice> kept =
        having(all, invoice -> opportunity == null || invoice.opportunityId() == null);
    int others = all.size() - kept.size();
    if (all.isEmpty()) {
      reasons.add("There is none to pick from.");
    } else if (others == 0) {
      reasons.add("None names the deal or its contract, so all of the customer's count.");
    } else {
      reasons.add(
          "None names the deal or its contract; %d for another deal: left out.".formatted(others));
    }
    return kept;
  }

  private static @Nullable String contractOf(AccountContext account) {
    if (account.contract() != null) {
      return account.contract().id();
    }
    return account.deal() == null ? null : account.deal().contractId();
  }

  /// An invoice that credit took back gives way to what was billed in its place.
  private static List<BilledInvoice> withoutRebilled(
      List<BilledInvoice> invoices, List<String> reasons) {
    List<BilledInvoice> kept =
        having(
            invoices,
            i -> !i.takenBack() || invoices.stream().noneMatch(other -> replaces(other, i)));
    if (kept.size() < invoices.size()) {
      reasons.add(
          "%d credited in full and billed again: left out."
              .formatted(invoices.size() - kept.size()));
    }
    return kept;
  }

  private static boolean replaces(BilledInvoice newer, BilledInvoice credited) {
    return newer.valid()
        && !newer.takenBack()
        && Objects.equals(newer.currency(), credited.currency())
        && newer.issued() != null
        && credited.issued() != null
        && !newer.issued().isBefore(credited.issued());
  }

  private static List<BilledInvoice> withoutWithdrawn(
      List<BilledInvoice> invoices, List<String> reasons) {
    List<BilledInvoice> valid = having(invoices, BilledInvoice::valid);
    if (valid.isEmpty() || valid.size() == invoices.size()) {
      return invoices;
    }
    reasons.add(
        "%d voided, cancelled or rejected: left out.".formatted(invoices.size() - valid.size()));
    return valid;
  }

  /// The deal's currency where any invoice is in it; else the one the customer is billed in, else
  /// that of the newest invoice.
  private static @Nullable String currencyOf(
      List<BilledInvoice> invoices, InvoicesOfAccount answer, AccountContext account) {
    List<BilledInvoice> newestFirst = invoices.stream().sorted(ORDER.reversed()).toList();
    List<String> present =
        newestFirst.stream().map(BilledInvoice::currency).filter(Objects::nonNull).toList();
    Optional<String> ofCustomer =
        answer.customers().stream()
            .map(BilledCustomer::currency)
            .filter(Objects::nonNull)
            .findFirst();
    return Optional.ofNullable(dealCurrency(account))
        .filter(present::contains)
        .or(() -> ofCustomer.filter(present::contains))
        .or(() -> present.stream().findFirst())
        .orElse(null);
  }

  static @Nullable String dealCurrency(AccountContext account) {
    return account.deal() == null || account.deal().amount() == null
        ? null
        : account.deal().amount().currency();
  }

  private static List<BilledInvoice> inCurrency(
      List<BilledInvoice> invoices, @Nullable String currency, List<String> reasons) {
    List<BilledInvoice> same =
        having(invoices, i -> i.currency() == null || i.currency().equals(currency));
    if (same.size() < invoices.size()) {
      reasons.add(
          "%d in another currency than %s: never summed, left out."
              .formatted(invoices.size() - same.size(), currency));
    }
    return same;
  }

  private static List<BilledInvoice> having(
      List<BilledInvoice> invoices, Predicate<BilledInvoice> condition) {
    return invoices.stream().filter(condition).toList();
  }

  private static String naming(int count) {
    return count == 1 ? "1 invoice names" : String.format(Locale.ROOT, "%d invoices name", count);
  }

  /// Two CRM ids, each in its 15- or its 18-character form.
  static boolean sameId(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return false;
    }
    return one.equals(other)
        || (isCrmId(one) && isCrmId(other) && one.substring(0, 15).equals(other.substring(0, 15)));
  }

  private static boolean isCrmId(String id) {
    return id.length() == 15 || id.length() == 18;
  }
}
