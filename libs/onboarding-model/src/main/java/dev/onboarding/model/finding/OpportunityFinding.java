package dev.onboarding.model.finding;

import dev.onboarding.model.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which deal is being onboarded, why that one, and whether it is won.
///
/// @param choice why this opportunity was picked among the account's
public record OpportunityFinding(
    @Fact(
            value =
                "How many opportunities there are: the account's, and one of another account that the trigger names.",
            from = "Opportunity.AccountId")
        int count,
    @Fact(value = "How many of them are won.", from = "Opportunity.IsWon") int wonCount,
    @Fact(
            value = "Whether several fit equally well and no rule picks one.",
            from = {"Opportunity.IsWon", "Opportunity.CloseDate"})
        boolean ambiguous,
    @Fact(
            value =
                "Salesforce id of the picked opportunity; absent when there is none or it has no id.",
            from = "Opportunity.Id")
        @Nullable String id,
    @Fact(
            value = "Account the opportunity belongs to; absent when empty.",
            from = "Opportunity.AccountId")
        @Nullable String accountId,
    @Fact(value = "Name; absent when empty.", from = "Opportunity.Name") @Personal
        @Nullable String name,
    @Fact(value = "Label of the stage, for people only.", from = "Opportunity.StageName")
        @Nullable String stage,
    @Fact(
            value = "Whether the CRM counts it as won; false when there is no opportunity.",
            from = "Opportunity.IsWon")
        boolean won,
    @Fact(
            value = "Amount of the deal; absent when empty.",
            from = {"Opportunity.Amount", "Opportunity.CurrencyIsoCode"})
        @Nullable Money amount,
    @Fact(value = "Day it closed; absent when empty.", from = "Opportunity.CloseDate")
        @Nullable LocalDate closeDate,
    @Fact(
            value = "CRM contract it names; absent when it names none.",
            from = "Opportunity.ContractId")
        @Nullable String contractId,
    @Fact(
            value = "Product tier named by the configured field; absent when the CRM names none.",
            from = "Opportunity, the field of the tier")
        @Nullable String tier,
    @Personal String choice,
    @Personal String sentence,
    List<Evidence> evidence)
    implements Finding {

  public OpportunityFinding {
    evidence = List.copyOf(evidence);
  }

  @Override
  public Domain domain() {
    return Domain.OPPORTUNITY;
  }
}
