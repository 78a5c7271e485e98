package dev.onboarding.coordinator.establish;

import dev.onboarding.model.Failure;
import dev.onboarding.model.finding.Evidence;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Establishes account, deal and owner from one snapshot of the CRM; no clock, no threshold.
@SuppressWarnings("DoNotCallSuggester")
public final class CrmEstablishment {

  private CrmEstablishment() {}

  /// @param triggerOpportunity the opportunity the trigger named, if it named one
  /// @param today the calendar day in the account's zone, handed on to the specialists
  public static CrmFindings establish(
      CrmSnapshot snapshot,
      Evidence evidence,
      @Nullable String triggerOpportunity,
      LocalDate today) {
    throw new UnsupportedOperationException(
        snapshot.toString() + evidence + triggerOpportunity + today);
  }

  /// The CRM could not be read: the account failed, and nothing else is judged because of it.
  public static CrmFindings failed(Failure failure) {
    throw new UnsupportedOperationException(failure.toString());
  }
}
