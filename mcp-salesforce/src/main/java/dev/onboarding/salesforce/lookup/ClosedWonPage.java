package dev.onboarding.salesforce.lookup;

import dev.onboarding.salesforce.records.OpportunityRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some of the deals won, and where to go on.
///
/// @param nextCursor null on the last page
record ClosedWonPage(List<OpportunityRecord> opportunities, @Nullable String nextCursor) {

  ClosedWonPage {
    opportunities = List.copyOf(opportunities);
  }
}
