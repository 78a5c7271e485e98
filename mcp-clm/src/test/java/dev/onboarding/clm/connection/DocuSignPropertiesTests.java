package dev.onboarding.clm.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.connector.MissingCredentialsException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DocuSignPropertiesTests {

  private static final Map<String, String> COMPLETE =
      Map.of(
          "docusign.auth-base-url", "https://account-d.docusign.com",
          "docusign.base-url", "https://demo.docusign.net/",
          "docusign.agreements-base-url", "https://api-d.docusign.com",
          "docusign.audience", "account-d.docusign.com",
          "docusign.integration-key", "integration",
          "docusign.user-id", "user",
          "docusign.account-id", "acct",
          "docusign.private-key-file", "/not/there/yet.pem");

  @Test
  void namesEverythingThatIsMissing() {
    assertThatThrownBy(() -> bound(Map.of("docusign.base-url", "")).check())
        .isInstanceOf(MissingCredentialsException.class)
        .hasMessageContainingAll(
            "mcp-clm",
            "DOCUSIGN_AUTH_BASE_URL",
            "DOCUSIGN_BASE_URL",
            "DOCUSIGN_AGREEMENTS_BASE_URL",
            "DOCUSIGN_AUDIENCE",
            "DOCUSIGN_INTEGRATION_KEY",
            "DOCUSIGN_USER_ID",
            "DOCUSIGN_ACCOUNT_ID",
            "DOCUSIGN_PRIVATE_KEY_FILE (or DOCUSIGN_PRIVATE_KEY)");
  }

  @Test
  void keepsThreeAddressesApart() {
    DocuSignProperties properties = bound(COMPLETE);

    assertThatCode(properties::check).doesNotThrowAnyException();
    assertThat(properties.client().tokenUrl())
        .hasToString("https://account-d.docusign.com/oauth/token");
    assertThat(properties.accountUrl())
        .hasToString("https://demo.docusign.net/restapi/v2.1/accounts/acct");
    assertThat(properties.agreementsUrl())
        .hasToString("https://api-d.docusign.com/v1/accounts/acct/agreements");
    assertThat(properties.client().scopes())
        .isEqualTo("signature impersonation adm_store_unified_repo_read");
  }

  @Test
  void asksForNoAgreementsWhereTheyAreNotLicensed() {
    var values = new HashMap<>(COMPLETE);
    values.remove("docusign.agreements-base-url");
    values.put("docusign.agreements", "false");

    DocuSignProperties properties = bound(values);

    assertThatCode(properties::check).doesNotThrowAnyException();
    assertThat(properties.agreementsUrl()).isNull();
    assertThat(properties.client().scopes()).isEqualTo("signature impersonation");
  }

  @Test
  void takesTheAddressWithOrWithoutTheApiBehindIt() {
    var values = new HashMap<>(COMPLETE);
    values.put("docusign.base-url", "https://demo.docusign.net/restapi");

    assertThat(bound(values).accountUrl())
        .hasToString("https://demo.docusign.net/restapi/v2.1/accounts/acct");
  }

  private static DocuSignProperties bound(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("docusign", DocuSignProperties.class);
  }
}
