package dev.onboarding.coordinator.establish;

import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.ContractFinding;
import dev.onboarding.model.finding.InvoiceFinding;
import dev.onboarding.model.finding.LinkFinding;

/// Compares what the systems say about the same account: who it is, and how much it is worth.
@SuppressWarnings("DoNotCallSuggester")
public final class Links {

  private Links() {}

  public static Assessment<LinkFinding> establish(
      CrmFindings crm, Assessment<ContractFinding> contract, Assessment<InvoiceFinding> invoice) {
    throw new UnsupportedOperationException(crm.toString() + contract + invoice);
  }
}
