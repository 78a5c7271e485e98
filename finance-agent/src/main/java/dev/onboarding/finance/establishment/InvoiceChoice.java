package dev.onboarding.finance.establishment;

import dev.onboarding.model.AccountContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which invoices count for the deal, in order, and why.
///
/// @param leftOut withdrawn ones that give way although nothing plainly replaces them
record InvoiceChoice(List<BilledInvoice> counting, List<BilledInvoice> leftOut, String why) {

  /// Those that name the deal, else those that name its contract and no other deal, else all that
  /// name no other deal, in whatever currency; of these, what was withdrawn gives way to what is
  /// valid.
  static InvoiceChoice among(InvoicesOfAccount answer, AccountContext account) {
    var reasons = new ArrayList<String>();
    List<BilledInvoice> ofDeal = ofDeal(answer.invoices(), account, reasons);
    List<BilledInvoice> counting = having(ofDeal, BilledInvoice::valid);
    if (counting.isEmpty() || counting.size() == ofDeal.size()) {
      return new InvoiceChoice(sorted(ofDeal), List.of(), String.join(" ", reasons));
    }
    reasons.add(
        "%d voided, cancelled or rejected: left out.".formatted(ofDeal.size() - counting.size()));
    List<BilledInvoice> unreplaced =
        having(ofDeal, i -> !i.valid() && counting.stream().noneMatch(o -> o.replaces(i)));
    if (!unreplaced.isEmpty()) {
      reasons.add(
          "No later one in the same currency replaces %d of them.".formatted(unreplaced.size()));
    }
    return new InvoiceChoice(sorted(counting), sorted(unreplaced), String.join(" ", reasons));
  }

  /// Valid invoices for the deal that bill a customer who does not match the account.
  static List<BilledInvoice> elsewhere(InvoicesOfAccount answer, AccountContext account) {
    return sorted(
        having(
            answer.invoices(),
            i ->
                !i.withdrawn()
                    && (ofThisDeal(i, account) || ofItsContract(i, account))
                    && answer.foreign(i).isPresent()));
  }

  /// What has no id comes first, so that its lack is seen; then the gravest, what is unpaid and
  /// falls due first, and the oldest.
  private static final Comparator<BilledInvoice> ORDER =
      Comparator.comparing((BilledInvoice i) -> i.id() != null)
          .thenComparing(InvoiceSums.GRAVEST_FIRST)
          .thenComparing(i -> !i.unpaid())
          .thenComparing(BilledInvoice::due, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(BilledInvoice::issued, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(BilledInvoice::named);

  private static List<BilledInvoice> sorted(List<BilledInvoice> invoices) {
    return invoices.stream().sorted(ORDER).toList();
  }

  private static boolean ofThisDeal(BilledInvoice invoice, AccountContext account) {
    return sameId(invoice.opportunityId(), dealOf(account));
  }

  /// One contract may carry several deals: what names another is billed for that one.
  private static boolean ofItsContract(BilledInvoice invoice, AccountContext account) {
    return sameId(invoice.contractId(), contractOf(account))
        && (dealOf(account) == null || invoice.opportunityId() == null);
  }

  private static @Nullable String dealOf(AccountContext account) {
    return account.deal() == null ? null : account.deal().id();
  }

  private static List<BilledInvoice> ofDeal(
      List<BilledInvoice> all, AccountContext account, List<String> reasons) {
    List<BilledInvoice> byDeal = having(all, i -> ofThisDeal(i, account));
    if (!byDeal.isEmpty()) {
      reasons.add("%s the deal.".formatted(naming(byDeal.size())));
      return withoutRebilled(byDeal, reasons);
    }
    List<BilledInvoice> byContract = having(all, i -> ofItsContract(i, account));
    if (!byContract.isEmpty()) {
      reasons.add("%s the CRM contract; none names the deal.".formatted(naming(byContract.size())));
      return withoutRebilled(byContract, reasons);
    }
    return withoutOtherDeals(all, dealOf(account), reasons);
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
            i -> !i.takenBack() || invoices.stream().noneMatch(other -> other.replaces(i)));
    if (kept.size() < invoices.size()) {
      reasons.add(
          "%d credited in full and billed again: left out."
              .formatted(invoices.size() - kept.size()));
    }
    return kept;
  }

  static @Nullable String dealCurrency(AccountContext account) {
    return account.deal() == null || account.deal().amount() == null
        ? null
        : account.deal().amount().currency();
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
