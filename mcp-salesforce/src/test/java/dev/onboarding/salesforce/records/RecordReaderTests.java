package dev.onboarding.salesforce.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.AccountReference;
import dev.onboarding.model.FailureException;
import dev.onboarding.salesforce.org.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.json.JsonMapper;

class RecordReaderTests {

  private static final AccountReference ID = new AccountReference("001000000000001AAA");
  private static final AccountReference KEY = new AccountReference("ACME-001");

  @Test
  void asksForAnAccountWithItsOwner() {
    assertThat(reader(Map.of()).accounts(List.of(KEY)))
        .isEqualTo(
            "SELECT Id,Name,IsDeleted,MasterRecordId,BillingCountry,Industry,Type,OwnerId,ParentId,"
                + "LastModifiedDate,External_Key__c,Time_Zone__c,Owner.Id,Owner.Name,Owner.Email,"
                + "Owner.IsActive,Owner.ProfileId,Owner.Title,Owner.Department,Owner.ManagerId"
                + " FROM Account WHERE External_Key__c = 'ACME-001'");
  }

  @Test
  void findsChildrenByTheIdOrTheKeyOfTheirAccount() {
    RecordReader reader = reader(Map.of());

    assertThat(reader.contractsOf(List.of(ID)))
        .endsWith(" FROM Contract WHERE AccountId = '001000000000001AAA'");
    assertThat(reader.contractsOf(List.of(KEY)))
        .endsWith(" FROM Contract WHERE Account.External_Key__c = 'ACME-001'");
    assertThat(reader.opportunitiesOf(List.of(ID, KEY)))
        .endsWith(
            " FROM Opportunity WHERE (AccountId = '001000000000001AAA'"
                + " OR Account.External_Key__c = 'ACME-001')");
  }

  @Test
  void asksForNoFieldTheOrgDoesNotHave() {
    RecordReader reader =
        reader(
            Map.of(
                "f.custom.external-key", "",
                "f.custom.tier", "",
                "f.custom.time-zone", "",
                "f.custom.envelope", ""));

    assertThat(reader.accounts(List.of(ID))).doesNotContain("__c");
    assertThat(reader.opportunitiesOf(List.of(ID))).doesNotContain("__c", "CurrencyIsoCode");
    assertThat(reader.contractsOf(List.of(ID))).doesNotContain("__c");
  }

  @Test
  void refusesAKeyWhereTheOrgHasNoFieldForIt() {
    RecordReader reader = reader(Map.of("f.custom.external-key", ""));

    assertThatThrownBy(() -> reader.accounts(List.of(KEY)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("NO_EXTERNAL_KEY_FIELD");
  }

  @Test
  void asksForCurrenciesOnlyWhereThereAreSeveral() {
    assertThat(reader(Map.of("f.multi-currency", "true")).opportunity("006x"))
        .contains(",CurrencyIsoCode,")
        .endsWith(" FROM Opportunity WHERE Id = '006x'");
    assertThat(reader(Map.of()).opportunity("006x")).doesNotContain("CurrencyIsoCode");
  }

  @Test
  void readsAnAmountInTheCorporateCurrencyUnlessTheRowNamesAnother() {
    RecordReader reader = reader(Map.of("f.corporate-currency", "CAD"));

    assertThat(reader.asOpportunity(deal("\"Amount\": 5")).currency()).isEqualTo("CAD");
    assertThat(reader.asOpportunity(deal("\"Amount\": 5, \"CurrencyIsoCode\": \"EUR\"")).currency())
        .isEqualTo("EUR");
    assertThat(reader.asOpportunity(deal("\"Amount\": null")).currency()).isNull();
  }

  @Test
  void knowsWhichAccountIsMeant() {
    RecordReader reader = reader(Map.of());
    Row acme = row("{\"Id\": \"001000000000001AAA\", \"External_Key__c\": \"Acme-001\"}");

    assertThat(reader.isMeant(acme, ID)).isTrue();
    assertThat(reader.isMeant(acme, KEY)).isTrue();
    assertThat(reader.isMeant(acme, new AccountReference("ACME-002"))).isFalse();
    assertThat(reader.isMeant(acme, new AccountReference("001000000000002AAA"))).isFalse();
  }

  @Test
  void prefersTheLivingAccountToDeletedOnesOfTheSameKey() {
    Row living = row("{\"Id\": \"1\", \"IsDeleted\": false}");
    Row older = row("{\"Id\": \"2\", \"IsDeleted\": true}");
    Row newer =
        row(
            "{\"Id\": \"3\", \"IsDeleted\": true,"
                + " \"LastModifiedDate\": \"2030-01-01T00:00:00.000+0000\"}");

    assertThat(MatchedAccount.among(List.of(older, living, newer)))
        .isEqualTo(new MatchedAccount(1, living));
    assertThat(MatchedAccount.among(List.of(older, newer))).isEqualTo(new MatchedAccount(1, newer));
    assertThat(MatchedAccount.among(List.of(living, living)))
        .isEqualTo(new MatchedAccount(2, null));
    assertThat(MatchedAccount.among(List.of())).isEqualTo(new MatchedAccount(0, null));
  }

  private static RecordReader reader(Map<String, String> settings) {
    return new RecordReader(
        new Binder(new MapConfigurationPropertySource(settings))
            .bindOrCreate("f", FieldProperties.class));
  }

  private static Row deal(String more) {
    return row("{\"IsWon\": true, \"IsClosed\": true, \"IsDeleted\": false, " + more + "}");
  }

  private static Row row(String json) {
    return new Row(JsonMapper.shared().readTree(json));
  }
}
