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
            "How many opportunities there are: the account's, and one of another account that the trigger names.")
        int count,
    @Fact("How many of them are won.") int wonCount,
    @Fact("Whether several fit equally well and no rule picks one.") boolean ambiguous,
    @Fact("Salesforce id of the picked opportunity; absent when there is none or it has no id.")
        @Nullable String id,
    @Fact("Account the opportunity belongs to; absent when empty.") @Nullable String accountId,
    @Fact("Name; absent when empty.") @Personal @Nullable String name,
    @Fact("Label of the stage, for people only.") @Nullable String stage,
    @Fact("Whether the CRM counts it as won; false when there is no opportunity.") boolean won,
    @Fact("Amount of the deal; absent when empty.") @Nullable Money amount,
    @Fact("Day it closed; absent when empty.") @Nullable LocalDate closeDate,
    @Fact("CRM contract it names; absent when it names none.") @Nullable String contractId,
    @Fact("Product tier named by the configured field; absent when the CRM names none.")
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
