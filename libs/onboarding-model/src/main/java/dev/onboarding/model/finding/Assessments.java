package dev.onboarding.model.finding;

import java.util.List;

/// Every domain's answer about one account. One component each, so that none can be forgotten.
public record Assessments(
    Assessment<AccountFinding> account,
    Assessment<OpportunityFinding> opportunity,
    Assessment<OwnerFinding> owner,
    Assessment<ContractFinding> contract,
    Assessment<InvoiceFinding> invoice,
    Assessment<LinkFinding> link) {

  public List<Assessment<? extends Finding>> all() {
    return List.of(account, opportunity, owner, contract, invoice, link);
  }
}
