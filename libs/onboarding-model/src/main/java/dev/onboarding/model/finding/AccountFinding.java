package dev.onboarding.model.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the CRM knows of the customer itself.
public record AccountFinding(
    @Fact("Whether the CRM has the account, deleted or not.") boolean found,
    @Fact("How many accounts carry the given key; more than one names nobody.") int matches,
    @Fact("Whether the account is in the recycle bin or was merged away.") boolean deleted,
    @Fact("The surviving account of a merge; absent when it was not merged.")
        @Nullable String mergedInto,
    @Fact("Salesforce id; absent when the CRM gave none.") @Nullable String id,
    @Fact("Name; absent when empty.") @Personal @Nullable String name,
    @Fact("The key under which other systems know the account; absent when empty.")
        @Nullable String externalKey,
    @Fact("Billing country as written; absent when empty.") @Nullable String billingCountry,
    @Fact("Industry; absent when empty.") @Nullable String industry,
    @Fact("Salesforce id of the owning user; absent when nobody owns it.") @Nullable String ownerId,
    @Personal String sentence,
    List<Evidence> evidence)
    implements Finding {

  public AccountFinding {
    evidence = List.copyOf(evidence);
  }

  @Override
  public Domain domain() {
    return Domain.ACCOUNT;
  }
}
