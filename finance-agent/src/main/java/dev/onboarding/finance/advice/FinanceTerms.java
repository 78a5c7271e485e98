package dev.onboarding.finance.advice;

import dev.onboarding.adviser.TermsRequest.Term;
import dev.onboarding.model.AccountContext;
import dev.onboarding.model.finding.InvoiceFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a model is shown of what is billed: a list of what may leave, and nothing beside it.
final class FinanceTerms {

  private FinanceTerms() {}

  static List<Term> of(AccountContext account, InvoiceFinding found) {
    var terms = new ArrayList<Term>();
    add(terms, "invoices", found.count());
    add(terms, "status", found.status());
    add(terms, "total", found.total());
    add(terms, "net", found.net());
    add(terms, "remaining", found.remaining());
    add(terms, "due", found.due());
    add(terms, "days_overdue", found.daysOverdue());
    add(terms, "paid_share", found.paidShare());
    add(terms, "settled_by_credit", found.settledByCredit());
    add(terms, "unapplied_credit", found.unappliedCredit());
    add(terms, "withdrawn_invoices", found.leftOut());
    add(terms, "invoices_on_other_customers", found.elsewhere());
    add(terms, "customers", found.customers());
    add(terms, "exempt", found.exempt());
    var deal = account.deal();
    if (deal != null) {
      add(terms, "deal_amount", deal.amount());
      add(terms, "deal_close_date", deal.closeDate());
    }
    add(terms, "today", account.today());
    return terms;
  }

  /// What names somebody, wherever it should stand in a term.
  static List<String> personal(AccountContext account, InvoiceFinding found) {
    return Stream.of(
            account.accountName(),
            found.customerName(),
            found.elsewhereCustomer(),
            found.billingEmail())
        .filter(Objects::nonNull)
        .filter(text -> !text.isBlank())
        .toList();
  }

  private static void add(List<Term> terms, String name, @Nullable Object value) {
    if (value != null) {
      terms.add(new Term(name, value.toString()));
    }
  }
}
