package dev.onboarding.coordinator.establish;

import dev.onboarding.model.AccountContext;
import dev.onboarding.model.finding.AccountFinding;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.ContractFinding;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.InvoiceFinding;
import dev.onboarding.model.finding.LinkFinding;
import dev.onboarding.model.finding.OpportunityFinding;
import dev.onboarding.model.finding.OwnerFinding;
import org.jspecify.annotations.Nullable;

/// What the CRM alone says about an account, and what the specialists need to go on.
///
/// @param context what contract and finance are handed; null when nobody need be asked
/// @param contractAccount account of the CRM's own contract row that the deal names
/// @param because why nobody need be asked; only then present
public record CrmFindings(
    Assessment<AccountFinding> account,
    Assessment<OpportunityFinding> opportunity,
    Assessment<OwnerFinding> owner,
    @Nullable AccountContext context,
    @Nullable String contractAccount,
    @Nullable String because) {

  /// The same when what is found already settles the account, so that nobody else is asked.
  public CrmFindings settled(String why) {
    return new CrmFindings(account, opportunity, owner, null, contractAccount, why);
  }

  /// All six domains when nobody else need be asked.
  ///
  /// @throws IllegalStateException when there is a context, and so more to ask
  public Assessments alone() {
    if (because == null) {
      throw new IllegalStateException("Contract and finance have not been asked yet");
    }
    return with(
        Assessment.notJudged(Domain.CONTRACT, because),
        Assessment.notJudged(Domain.INVOICE, because),
        Assessment.notJudged(Domain.LINK, because));
  }

  public Assessments with(
      Assessment<ContractFinding> contract,
      Assessment<InvoiceFinding> invoice,
      Assessment<LinkFinding> link) {
    return new Assessments(account, opportunity, owner, contract, invoice, link);
  }
}
