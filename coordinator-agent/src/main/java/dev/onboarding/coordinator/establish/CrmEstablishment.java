package dev.onboarding.coordinator.establish;

import dev.onboarding.model.AccountContext;
import dev.onboarding.model.Failure;
import dev.onboarding.model.finding.AccountFinding;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.Evidence;
import dev.onboarding.model.finding.OpportunityFinding;
import dev.onboarding.model.finding.OwnerFinding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Establishes account, deal and owner from one snapshot of the CRM; no clock, no threshold.
public final class CrmEstablishment {

  private CrmEstablishment() {}

  /// @param triggerOpportunity the opportunity the trigger named, if it named one
  /// @param today the calendar day in the account's zone, handed on to the specialists
  public static CrmFindings establish(
      CrmSnapshot snapshot,
      Evidence evidence,
      @Nullable String triggerOpportunity,
      LocalDate today) {
    AccountFinding account = AccountFacts.of(snapshot, evidence);
    Assessment<AccountFinding> judged = Assessment.judged(Domain.ACCOUNT, List.of(account));
    String id = account.id();
    if (id == null || account.deleted()) {
      return alone(
          judged, account.found() && id == null ? "The account has no Id." : account.sentence());
    }
    OpportunityPick pick =
        OpportunityPick.among(
            snapshot.opportunities(), snapshot.namedOpportunity(), Crm.text(triggerOpportunity));
    OpportunityFinding deal = OpportunityFacts.of(pick, currencyOf(snapshot.account()), evidence);
    Optional<CrmSnapshot.Contract> row = rowNamedBy(deal, snapshot);
    return new CrmFindings(
        judged,
        Assessment.judged(Domain.OPPORTUNITY, List.of(deal)),
        owner(account, snapshot, evidence),
        context(id, account, deal, row, today),
        row.map(CrmSnapshot.Contract::accountId).map(Crm::text).orElse(null),
        null);
  }

  /// The CRM could not be read: the account failed, and nothing else is judged because of it.
  public static CrmFindings failed(Failure failure) {
    return alone(
        Assessment.failed(Domain.ACCOUNT, failure),
        "The account could not be read from Salesforce.");
  }

  private static CrmFindings alone(Assessment<AccountFinding> account, String because) {
    return new CrmFindings(
        account,
        Assessment.notJudged(Domain.OPPORTUNITY, because),
        Assessment.notJudged(Domain.OWNER, because),
        null,
        null,
        because);
  }

  private static @Nullable String currencyOf(CrmSnapshot.@Nullable Account account) {
    return account == null ? null : Crm.text(account.currency());
  }

  private static Assessment<OwnerFinding> owner(
      AccountFinding account, CrmSnapshot snapshot, Evidence evidence) {
    String ownerId = account.ownerId();
    return ownerId == null
        ? Assessment.notJudged(Domain.OWNER, "Nobody owns the account.")
        : Assessment.judged(
            Domain.OWNER, List.of(OwnerFacts.of(ownerId, snapshot.owner(), evidence)));
  }

  private static AccountContext context(
      String id,
      AccountFinding account,
      OpportunityFinding deal,
      Optional<CrmSnapshot.Contract> row,
      LocalDate today) {
    String name = account.name();
    return new AccountContext(
        id,
        account.externalKey(),
        name == null ? id : name,
        today,
        deal(deal).orElse(null),
        row.flatMap(CrmEstablishment::contract).orElse(null));
  }

  private static Optional<AccountContext.Deal> deal(OpportunityFinding deal) {
    return Optional.ofNullable(deal.id())
        .map(id -> new AccountContext.Deal(id, deal.amount(), deal.closeDate(), deal.contractId()));
  }

  /// The CRM's row of the contract that the deal names; a deleted row is none.
  private static Optional<CrmSnapshot.Contract> rowNamedBy(
      OpportunityFinding deal, CrmSnapshot snapshot) {
    return snapshot.contracts().stream()
        .filter(row -> Crm.sameId(row.id(), deal.contractId()) && !Crm.isTrue(row.isDeleted()))
        .findFirst();
  }

  private static Optional<AccountContext.CrmContract> contract(CrmSnapshot.Contract row) {
    return Optional.ofNullable(Crm.text(row.id()))
        .map(id ->
            new AccountContext.CrmContract(
                id,
                Crm.text(row.contractNumber()),
                Crm.text(row.statusCode()),
                Crm.text(row.status()),
                Crm.text(row.envelopeId()),
                row.startDate(),
                row.endDate()));
  }
}
