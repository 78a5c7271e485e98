package dev.onboarding.salesforce.snapshot;

import dev.onboarding.salesforce.records.AccountRecord;
import dev.onboarding.salesforce.records.ContractRecord;
import dev.onboarding.salesforce.records.OpportunityRecord;
import dev.onboarding.salesforce.records.UserRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the CRM holds about one account at one moment.
///
/// @param lookedUp the id (18 characters) or external key that was asked for
/// @param accountsMatching 0 is a confirmed absence; above 1 the reference names no one account
/// @param account null unless exactly one account matches; a deleted one is an answer
/// @param owner null when the account has none, or the CRM gives none
/// @param opportunities without deleted ones, the latest close date first
/// @param namedOpportunity the opportunity that was asked for by its id, also a deleted one or one
///   of another account; null when none was, or there is none
/// @param contracts without deleted ones; also those of other accounts that a deal names
record OnboardingSnapshot(
    String lookedUp,
    int accountsMatching,
    @Nullable AccountRecord account,
    @Nullable UserRecord owner,
    List<OpportunityRecord> opportunities,
    @Nullable OpportunityRecord namedOpportunity,
    List<ContractRecord> contracts) {

  OnboardingSnapshot {
    opportunities = List.copyOf(opportunities);
    contracts = List.copyOf(contracts);
  }
}
