package dev.onboarding.model.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the CRM knows of the customer itself.
public record AccountFinding(
    @Fact(value = "Whether the CRM has the account, deleted or not.", from = "Account.Id")
        boolean found,
    @Fact(
            value = "How many accounts carry the given key; more than one names nobody.",
            from = "Account.Id")
        int matches,
    @Fact(
            value = "Whether the account is in the recycle bin or was merged away.",
            from = "Account.IsDeleted")
        boolean deleted,
    @Fact(
            value = "The surviving account of a merge; absent when it was not merged.",
            from = "Account.MasterRecordId")
        @Nullable String mergedInto,
    @Fact(value = "Salesforce id; absent when the CRM gave none.", from = "Account.Id")
        @Nullable String id,
    @Fact(value = "Name; absent when empty.", from = "Account.Name") @Personal
        @Nullable String name,
    @Fact(
            value = "The key under which other systems know the account; absent when empty.",
            from = "Account, the field of the external key")
        @Nullable String externalKey,
    @Fact(value = "Billing country as written; absent when empty.", from = "Account.BillingCountry")
        @Nullable String billingCountry,
    @Fact(value = "Industry; absent when empty.", from = "Account.Industry")
        @Nullable String industry,
    @Fact(
            value = "Salesforce id of the owning user; absent when nobody owns it.",
            from = "Account.OwnerId")
        @Nullable String ownerId,
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
