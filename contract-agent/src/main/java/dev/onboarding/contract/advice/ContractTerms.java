package dev.onboarding.contract.advice;

import dev.onboarding.adviser.TermsRequest.Term;
import dev.onboarding.model.AccountContext;
import dev.onboarding.model.finding.ContractFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a model is shown of a contract: a list of what may leave, and nothing beside it.
final class ContractTerms {

  private ContractTerms() {}

  static List<Term> of(AccountContext account, ContractFinding found) {
    var terms = new ArrayList<Term>();
    add(terms, "state", found.state());
    add(terms, "effective_date", found.effectiveDate());
    add(terms, "expiry_date", found.expiryDate());
    add(terms, "renewing", found.renewing());
    add(terms, "terminated", found.terminated());
    add(terms, "payment_terms", found.paymentTerms());
    add(terms, "value", found.value());
    add(terms, "amendments", found.amendments());
    add(terms, "pending_signatories", found.pendingSignatories());
    add(terms, "on_paper", found.onPaper());
    add(terms, "other_kind", found.otherKind());
    add(terms, "crm_status", found.crmStatus());
    add(terms, "crm_start_date", found.crmStartDate());
    add(terms, "crm_end_date", found.crmEndDate());
    add(terms, "reviewed", found.reviewed());
    var deal = account.deal();
    if (deal != null) {
      add(terms, "deal_amount", deal.amount());
      add(terms, "deal_close_date", deal.closeDate());
    }
    add(terms, "today", account.today());
    return terms;
  }

  /// What names somebody, wherever it should stand in a term.
  static List<String> personal(AccountContext account, ContractFinding found) {
    return Stream.of(account.accountName(), found.signatoryName(), found.signatoryEmail())
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
