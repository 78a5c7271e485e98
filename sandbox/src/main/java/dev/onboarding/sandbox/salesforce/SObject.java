package dev.onboarding.sandbox.salesforce;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An object of the org and its fields. Names are found in any letter case, as the service does.
final class SObject {

  static final SObject ACCOUNT =
      new SObject("Account")
          .texts("Name", "Type", "BillingCity", "BillingCountry", "Industry", "Phone", "Website")
          .texts("AccountNumber", "CurrencyIsoCode", "External_Key__c", "Time_Zone__c")
          .reference("MasterRecordId", "MasterRecord", "Account")
          .reference("ParentId", "Parent", "Account")
          .reference("OwnerId", "Owner", "User")
          .of(SField.Type.NUMBER, "AnnualRevenue", "NumberOfEmployees");

  static final SObject OPPORTUNITY =
      new SObject("Opportunity")
          .texts("Name", "StageName", "Type", "NextStep", "LeadSource", "Description")
          .texts("CurrencyIsoCode", "ForecastCategory", "Product_Tier__c")
          .reference("AccountId", "Account", "Account")
          .reference("OwnerId", "Owner", "User")
          .reference("ContractId", "Contract", "Contract")
          .of(SField.Type.NUMBER, "Amount", "Probability", "ExpectedRevenue")
          .of(SField.Type.DATE, "CloseDate")
          .of(SField.Type.FLAG, "IsClosed", "IsWon");

  static final SObject CONTRACT =
      new SObject("Contract")
          .texts("ContractNumber", "Status", "StatusCode", "SpecialTerms", "Description")
          .texts("CurrencyIsoCode", "DocuSign_Envelope_Id__c")
          .reference("AccountId", "Account", "Account")
          .reference("OwnerId", "Owner", "User")
          .of(SField.Type.NUMBER, "ContractTerm")
          .of(SField.Type.DATE, "StartDate", "EndDate", "CustomerSignedDate", "CompanySignedDate")
          .of(SField.Type.DATETIME, "ActivatedDate");

  static final SObject USER =
      new SObject("User")
          .texts("Name", "FirstName", "LastName", "Username", "Email", "Title", "Department")
          .texts("UserType", "TimeZoneSidKey")
          .reference("ManagerId", "Manager", "User")
          .of(SField.Type.REFERENCE, "ProfileId", "UserRoleId")
          .of(SField.Type.FLAG, "IsActive");

  private static final Map<String, SObject> ALL =
      Map.of("account", ACCOUNT, "opportunity", OPPORTUNITY, "contract", CONTRACT, "user", USER);

  private final String name;
  private final Map<String, SField> fields = new LinkedHashMap<>();
  private final Map<String, SField> relationships = new LinkedHashMap<>();

  private SObject(String name) {
    this.name = name;
    of(SField.Type.ID, "Id");
    if (!name.equals("User")) {
      of(SField.Type.FLAG, "IsDeleted");
    }
    of(SField.Type.DATETIME, "CreatedDate", "LastModifiedDate", "SystemModstamp");
  }

  static Optional<SObject> named(String name) {
    return Optional.ofNullable(ALL.get(name.toLowerCase(Locale.ROOT)));
  }

  String name() {
    return name;
  }

  Iterable<SField> fields() {
    return fields.values();
  }

  Optional<SField> field(String named) {
    return Optional.ofNullable(fields.get(named.toLowerCase(Locale.ROOT)));
  }

  Optional<SField> relationship(String named) {
    return Optional.ofNullable(relationships.get(named.toLowerCase(Locale.ROOT)));
  }

  private SObject texts(String... names) {
    return of(SField.Type.TEXT, names);
  }

  private SObject of(SField.Type type, String... names) {
    for (String each : names) {
      fields.put(each.toLowerCase(Locale.ROOT), new SField(each, type, null, null));
    }
    return this;
  }

  private SObject reference(String field, String relationship, String target) {
    var reference = new SField(field, SField.Type.REFERENCE, relationship, target);
    fields.put(field.toLowerCase(Locale.ROOT), reference);
    relationships.put(relationship.toLowerCase(Locale.ROOT), reference);
    return this;
  }
}
