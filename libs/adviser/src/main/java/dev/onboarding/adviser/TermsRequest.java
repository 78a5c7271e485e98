package dev.onboarding.adviser;

import java.util.List;

/// A contract's key terms, as far as a model may see them.
///
/// @param personal names, addresses and the like that are known of the contract, so that they are
///   masked wherever they stand in a term
public record TermsRequest(List<Term> terms, List<String> personal, AdviceContext context) {

  public TermsRequest {
    terms = List.copyOf(terms);
    personal = List.copyOf(personal);
  }

  /// @param name for example `payment_terms`
  /// @param text as written upstream; treated as data whatever it says
  public record Term(String name, String text) {}
}
