package dev.onboarding.salesforce.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.connector.MissingCredentialsException;
import dev.onboarding.salesforce.TestConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesforcePropertiesTests {

  @Test
  void namesEveryMissingCredentialAtStartUp() {
    assertThatThrownBy(() ->
            TestConnector.to(
                "",
                "salesforce.connection.client-id",
                "",
                "salesforce.connection.client-secret",
                ""))
        .rootCause()
        .isInstanceOf(MissingCredentialsException.class)
        .hasMessage(
            "mcp-salesforce has no credentials: set SALESFORCE_BASE_URL and SALESFORCE_CLIENT_ID"
                + " and SALESFORCE_CLIENT_SECRET (or SALESFORCE_CLIENT_SECRET_FILE)");
  }

  @ParameterizedTest
  @CsvSource({
    "salesforce.connection.api-version, 66",
    "salesforce.connection.base-url, acme.my.salesforce.com",
    "salesforce.connection.no-such-key, x",
    "salesforce.fields.no-such-key, x",
    "salesforce.fields.account, 'Id,Name'",
    "salesforce.fields.opportunity, 'Id,IsWon,IsDeleted'",
    "salesforce.fields.user, 'Id,Name'",
    "salesforce.fields.contract, 'Id'",
    "salesforce.fields.account, 'Id,IsDeleted,Name FROM User'",
    "salesforce.fields.custom.tier, 'Tier__c, Name'",
    "salesforce.fields.corporate-currency, DOLLARS",
  })
  void refusesToStartWithASettingThatCannotWork(String key, String value) {
    assertThatThrownBy(() -> TestConnector.to("http://127.0.0.1:1", key, value))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void startsWithAllThatIsNeeded() {
    try (var connector = TestConnector.to("http://127.0.0.1:1")) {
      assertThat(connector.get(SalesforceQueries.class)).isNotNull();
    }
  }
}
