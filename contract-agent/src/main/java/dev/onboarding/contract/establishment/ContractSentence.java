package dev.onboarding.contract.establishment;

import dev.onboarding.model.finding.ContractState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Says in plain words what was established of a contract.
final class ContractSentence {

  private ContractSentence() {}

  static String about(
      FoundContract contract,
      @Nullable ContractState state,
      ContractTerms terms,
      CrmTerms crm,
      int pending,
      LocalDate today) {
    return subject(contract)
        + " "
        + stands(state, contract)
        + (pending > 0 ? ", %d signature(s) pending".formatted(pending) : "")
        + term(terms, today)
        + (contract.terminated() ? "; it was ended before its term" : "")
        + crm.said()
        + (Boolean.FALSE.equals(terms.reviewed())
            ? "; its terms were extracted and nobody has reviewed them"
            : "")
        + ".";
  }

  private static String subject(FoundContract contract) {
    String title = contract.title() == null ? "The contract" : "“" + contract.title() + "”";
    return title + (contract.onPaper() ? " (signed on paper)" : "");
  }

  private static String stands(@Nullable ContractState state, FoundContract contract) {
    return switch (state) {
      case DRAFT -> "is a draft";
      case SENT -> "is out for signature";
      case SIGNED -> "is signed by the customer and not yet by us";
      case EXECUTED -> "is executed";
      case DECLINED -> "was declined";
      case VOIDED -> "was voided";
      case SIGNING_DEADLINE_PASSED -> "was not signed before its signing deadline";
      case DELETED -> "was deleted";
      case null -> "is in a state not known here (%s)".formatted(raw(contract));
    };
  }

  private static @Nullable String raw(FoundContract contract) {
    return contract.statusRaw() != null ? contract.statusRaw() : contract.status();
  }

  private static String term(ContractTerms terms, LocalDate today) {
    if (terms.effectiveDate() == null && terms.expiryDate() == null) {
      return "; no source says from when until when" + renews(terms);
    }
    return "; in effect "
        + from(terms.effectiveDate(), today)
        + until(terms.expiryDate(), today)
        + renews(terms)
        + contradiction(terms)
        + " (says %s)".formatted(terms.sources());
  }

  private static String from(@Nullable LocalDate effective, LocalDate today) {
    if (effective == null) {
      return "from a day that is not stated";
    }
    return (effective.isAfter(today) ? "only from " : "since ") + effective;
  }

  private static String until(@Nullable LocalDate expiry, LocalDate today) {
    if (expiry == null) {
      return ", without a stated end";
    }
    return (expiry.isBefore(today) ? ", expired on " : " until ") + expiry;
  }

  private static String renews(ContractTerms terms) {
    return terms.renewing() ? ", renewing by itself" : "";
  }

  private static String contradiction(ContractTerms terms) {
    boolean contradicts =
        terms.effectiveDate() != null
            && terms.expiryDate() != null
            && terms.expiryDate().isBefore(terms.effectiveDate());
    return contradicts ? ", which contradicts itself" : "";
  }
}
