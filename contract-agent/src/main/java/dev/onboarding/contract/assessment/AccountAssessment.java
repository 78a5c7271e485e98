package dev.onboarding.contract.assessment;

import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.ContractFinding;

/// What became of one account.
///
/// @param accountId as it was given
record AccountAssessment(String accountId, Assessment<ContractFinding> assessment) {}
