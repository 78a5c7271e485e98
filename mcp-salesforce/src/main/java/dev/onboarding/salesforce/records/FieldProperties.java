package dev.onboarding.salesforce.records;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which fields the org has and the integration user may read. A field taken out of a list reads as
/// absent.
///
/// @param corporateCurrency the currency of amounts in an org with one currency, ISO 4217
/// @param multiCurrency whether the org has CurrencyIsoCode
/// @param custom names of custom fields; an empty name is a field the org does not have
@ConfigurationProperties(prefix = "salesforce.fields", ignoreUnknownFields = false)
public record FieldProperties(
    @DefaultValue("USD") String corporateCurrency,
    @DefaultValue("false") boolean multiCurrency,
    @DefaultValue Custom custom,
    @DefaultValue({
          "Id",
          "Name",
          "IsDeleted",
          "MasterRecordId",
          "BillingCountry",
          "Industry",
          "Type",
          "OwnerId",
          "ParentId",
          "LastModifiedDate"
        })
        List<String> account,
    @DefaultValue({
          "Id",
          "Name",
          "Email",
          "IsActive",
          "ProfileId",
          "Title",
          "Department",
          "ManagerId"
        })
        List<String> user,
    @DefaultValue({
          "Id",
          "AccountId",
          "Name",
          "StageName",
          "Type",
          "IsWon",
          "IsClosed",
          "IsDeleted",
          "Amount",
          "CloseDate",
          "ContractId",
          "OwnerId"
        })
        List<String> opportunity,
    @DefaultValue({
          "Id",
          "AccountId",
          "ContractNumber",
          "StatusCode",
          "Status",
          "StartDate",
          "EndDate",
          "ContractTerm",
          "IsDeleted"
        })
        List<String> contract) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w{0,79}");
  private static final String CURRENCY = "CurrencyIsoCode";

  public FieldProperties {
    java.util.Currency.getInstance(corporateCurrency);
    account = checked("account", account, "Id", "IsDeleted");
    user = checked("user", user, "Id", "IsActive");
    opportunity =
        checked("opportunity", opportunity, "Id", "AccountId", "IsWon", "IsClosed", "IsDeleted");
    contract = checked("contract", contract, "Id", "AccountId", "IsDeleted");
  }

  /// Names of custom fields, or of whatever this org uses instead.
  public record Custom(
      @DefaultValue("External_Key__c") String externalKey,
      @DefaultValue("Product_Tier__c") String tier,
      @DefaultValue("Time_Zone__c") String timeZone,
      @DefaultValue("DocuSign_Envelope_Id__c") String envelope) {

    public Custom {
      Stream.of(externalKey, tier, timeZone, envelope)
          .filter(name -> !name.isEmpty())
          .forEach(FieldProperties::checkName);
    }
  }

  List<String> ofAccount() {
    return with(account, multiCurrency ? CURRENCY : "", custom.externalKey(), custom.timeZone());
  }

  List<String> ofUser() {
    return user;
  }

  List<String> ofOpportunity() {
    return with(opportunity, multiCurrency ? CURRENCY : "", custom.tier());
  }

  List<String> ofContract() {
    return with(contract, custom.envelope());
  }

  private static List<String> with(List<String> fields, String... more) {
    List<String> all = new ArrayList<>(fields);
    Stream.of(more).filter(name -> !name.isEmpty() && !all.contains(name)).forEach(all::add);
    return all;
  }

  private static List<String> checked(String object, List<String> fields, String... needed) {
    fields.forEach(FieldProperties::checkName);
    if (!fields.containsAll(List.of(needed))) {
      throw new IllegalArgumentException(
          "salesforce.fields.%s must hold %s".formatted(object, String.join(", ", needed)));
    }
    return List.copyOf(fields);
  }

  private static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is no name of a Salesforce field");
    }
  }
}
