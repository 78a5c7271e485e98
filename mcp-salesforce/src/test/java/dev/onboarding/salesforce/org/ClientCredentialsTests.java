package dev.onboarding.salesforce.org;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.connector.BaseAddress;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientCredentialsTests {

  private final ClientCredentials client =
      new ClientCredentials(
          BaseAddress.of("SALESFORCE_BASE_URL", "https://acme.my.salesforce.com/"),
          "id",
          SecretSource.of("SALESFORCE_CLIENT_SECRET", new Secret("hush")),
          List.of("api.salesforce.com"));

  @Test
  void asksTheOrgItselfForTokens() {
    assertThat(client.tokenEndpoint())
        .isEqualTo(URI.create("https://acme.my.salesforce.com/services/oauth2/token"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://acme.my.salesforce.com, true",
    "https://ACME.my.salesforce.com/anything, true",
    "https://api.salesforce.com, true",
    "https://evil.example, false",
    "https://acme.my.salesforce.com.evil.example, false",
    "https://acme.my.salesforce.com@evil.example, false",
    "http://acme.my.salesforce.com, false",
    "https://acme.my.salesforce.com:8443, false",
    "//acme.my.salesforce.com, false",
    "mailto:acme.my.salesforce.com, false",
  })
  void letsTheTokenGoOnlyWhereItBelongs(URI instance, boolean allowed) {
    assertThat(client.mayGoTo(instance)).isEqualTo(allowed);
  }

  @Test
  void neverShowsTheSecret() {
    assertThat(client.toString()).doesNotContain("hush");
  }
}
