package dev.onboarding.finance.advice;

import dev.onboarding.adviser.TermsAdvice;

/// What people should look at, and who says so.
///
/// @param accountId as it was given
record FinanceNotes(String accountId, TermsAdvice advice) {}
