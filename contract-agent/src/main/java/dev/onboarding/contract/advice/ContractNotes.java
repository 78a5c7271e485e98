package dev.onboarding.contract.advice;

import dev.onboarding.adviser.TermsAdvice;

/// What people should look at, and who says so.
///
/// @param accountId as it was given
record ContractNotes(String accountId, TermsAdvice advice) {}
