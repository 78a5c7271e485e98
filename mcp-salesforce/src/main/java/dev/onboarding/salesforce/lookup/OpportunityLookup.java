package dev.onboarding.salesforce.lookup;

import dev.onboarding.salesforce.records.OpportunityRecord;
import org.jspecify.annotations.Nullable;

/// Whether an opportunity exists, and if so what the CRM holds of it.
record OpportunityLookup(boolean found, @Nullable OpportunityRecord opportunity) {

  static OpportunityLookup of(@Nullable OpportunityRecord opportunity) {
    return new OpportunityLookup(opportunity != null, opportunity);
  }
}
