package dev.onboarding.finance.assessment;

import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.InvoiceFinding;

/// What became of one account.
///
/// @param accountId as it was given
record AccountAssessment(String accountId, Assessment<InvoiceFinding> assessment) {}
