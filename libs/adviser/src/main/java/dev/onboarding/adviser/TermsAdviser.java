package dev.onboarding.adviser;

/// Notes for people on what is unusual in a contract's key terms; asked after the decision, and
/// read by nothing that decides.
public interface TermsAdviser {

  TermsAdvice notes(TermsRequest request);
}
