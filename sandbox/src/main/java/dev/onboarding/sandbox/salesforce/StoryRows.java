package dev.onboarding.sandbox.salesforce;

import dev.onboarding.sandbox.story.AccountData;
import dev.onboarding.sandbox.story.ContractData;
import dev.onboarding.sandbox.story.OpportunityData;
import dev.onboarding.sandbox.story.OwnerData;
import dev.onboarding.sandbox.story.SalesforceId;
import dev.onboarding.sandbox.story.Told;
import dev.onboarding.sandbox.story.When;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The records that one story puts into Salesforce.
final class StoryRows {

  private static final String PROFILE = SalesforceId.of("00e", "standard", 0);

  private static final Map<String, String> STATUS_CODES =
      Map.of(
          "Activated", "Activated",
          "In Approval Process", "InApproval",
          "Terminated", "Terminated",
          "Expired", "Expired");

  private final Told told;
  private final Clock clock;

  StoryRows(Told told, Clock clock) {
    this.told = told;
    this.clock = clock;
  }

  List<Row> rows() {
    var rows = new ArrayList<Row>();
    AccountData account = told.story().account();
    if (account == null) {
      return rows;
    }
    boolean gone = account.deleted() || account.mergedInto() != null;
    rows.add(account(account, gone));
    OwnerData owner = told.story().owner();
    if (owner != null) {
      rows.add(owner(owner));
      rows.add(manager());
    }
    for (int i = 0; i < told.story().opportunities().size(); i++) {
      rows.add(opportunity(told.story().opportunities().get(i), i, gone));
    }
    for (int i = 0; i < told.story().contracts().size(); i++) {
      rows.add(contract(told.story().contracts().get(i), i, gone));
    }
    return rows;
  }

  private Row account(AccountData account, boolean gone) {
    String parent = account.parent();
    String master = account.mergedInto();
    Row row =
        new Row(SObject.ACCOUNT, told.accountId())
            .set("Name", account.name())
            .set("Type", account.type())
            .set("BillingCountry", account.billingCountry())
            .set("Industry", account.industry())
            .set("AnnualRevenue", account.annualRevenue())
            .set("NumberOfEmployees", number(account.employees()))
            .set("OwnerId", account.owned() ? told.ownerId() : null)
            .set("ParentId", parent == null ? null : Told.accountId(parent))
            .set("MasterRecordId", master == null ? null : Told.accountId(master))
            .set("CurrencyIsoCode", told.story().currency())
            .set("External_Key__c", account.external())
            .set("Time_Zone__c", account.timeZone())
            .set("IsDeleted", gone);
    return stamped(row, account.modified());
  }

  private Row owner(OwnerData owner) {
    Row row =
        new Row(SObject.USER, told.ownerId())
            .set("Name", owner.name())
            .set("LastName", owner.name())
            .set("Username", owner.email())
            .set("Email", owner.email())
            .set("IsActive", owner.active())
            .set("ProfileId", owner.profile() ? PROFILE : null)
            .set("Title", owner.title())
            .set("Department", owner.department())
            .set("ManagerId", owner.managed() ? told.managerId() : null)
            .set("UserType", owner.userType())
            .set("TimeZoneSidKey", "America/New_York");
    return stamped(row, new When("-90d"));
  }

  private Row manager() {
    Row row =
        new Row(SObject.USER, told.managerId())
            .set("Name", "Alex Verhoeven")
            .set("LastName", "Verhoeven")
            .set("Username", "alex.verhoeven@ourcompany.example")
            .set("Email", "alex.verhoeven@ourcompany.example")
            .set("IsActive", true)
            .set("ProfileId", PROFILE)
            .set("Title", "Head of Customer Success")
            .set("Department", "Customer Success")
            .set("UserType", "Standard")
            .set("TimeZoneSidKey", "America/New_York");
    return stamped(row, new When("-90d"));
  }

  private Row opportunity(OpportunityData deal, int index, boolean gone) {
    Row row =
        new Row(SObject.OPPORTUNITY, told.opportunityId(index))
            .set("AccountId", told.accountId())
            .set("Name", deal.name())
            .set("StageName", deal.stage())
            .set("Type", deal.type())
            .set("Amount", deal.amount())
            .set("Probability", number(deal.probability()))
            .set("CloseDate", date(deal.closeDate()))
            .set("IsClosed", deal.closed())
            .set("IsWon", deal.won())
            .set("OwnerId", told.ownerId())
            .set("ContractId", told.namedContract(deal.contract()))
            .set("CurrencyIsoCode", orStory(deal.currency()))
            .set("Product_Tier__c", deal.tier())
            .set("IsDeleted", gone || deal.deleted());
    return stamped(row, deal.modified());
  }

  private Row contract(ContractData contract, int index, boolean gone) {
    String other = contract.account();
    boolean active = contract.status().equals("Activated");
    Row row =
        new Row(SObject.CONTRACT, told.contractId(index))
            .set("AccountId", other == null ? told.accountId() : Told.accountId(other))
            .set("OwnerId", told.ownerId())
            .set("ContractNumber", contract.number())
            .set("Status", contract.status())
            .set("StatusCode", STATUS_CODES.getOrDefault(contract.status(), "Draft"))
            .set("StartDate", date(contract.start()))
            .set("EndDate", date(contract.end()))
            .set("ContractTerm", number(contract.term()))
            .set("CustomerSignedDate", date(contract.customerSigned()))
            .set("CompanySignedDate", date(contract.companySigned()))
            .set("ActivatedDate", active ? instant(contract.companySigned()) : null)
            .set("CurrencyIsoCode", told.story().currency())
            .set("DocuSign_Envelope_Id__c", told.namedEnvelope(contract.envelope()))
            .set("IsDeleted", gone || contract.deleted());
    return stamped(row, new When("-2d"));
  }

  private Row stamped(Row row, When modified) {
    Instant when = told.modified(modified);
    return row.set("CreatedDate", told.modified(new When("-60d")).minus(Duration.ofDays(60)))
        .set("LastModifiedDate", when)
        .set("SystemModstamp", when);
  }

  private String orStory(@Nullable String currency) {
    return currency == null ? told.story().currency() : currency;
  }

  private @Nullable LocalDate date(@Nullable When when) {
    return when == null ? null : when.date(clock);
  }

  private @Nullable Instant instant(@Nullable When when) {
    return when == null ? null : when.instant(clock);
  }

  private static @Nullable BigDecimal number(@Nullable Integer value) {
    return value == null ? null : BigDecimal.valueOf(value);
  }
}
