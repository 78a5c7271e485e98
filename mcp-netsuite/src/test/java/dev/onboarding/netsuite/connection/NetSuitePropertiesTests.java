package dev.onboarding.netsuite.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.connector.MissingCredentialsException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class NetSuitePropertiesTests {

  @Test
  void namesEverythingThatIsMissing() {
    assertThatThrownBy(bound(Map.of("page-size", "1000"))::client)
        .isInstanceOf(MissingCredentialsException.class)
        .hasMessageContainingAll(
            "mcp-netsuite",
            "NETSUITE_BASE_URL",
            "NETSUITE_CLIENT_ID",
            "NETSUITE_CERTIFICATE_ID",
            "NETSUITE_PRIVATE_KEY_FILE (or NETSUITE_PRIVATE_KEY)");
  }

  @Test
  void isContentWithAKeyFileThatIsNotThereYet() {
    NetSuiteClient client =
        bound(
                Map.of(
                    "base-url", "https://acct.example",
                    "client-id", "client",
                    "certificate-id", "cert",
                    "private-key", "",
                    "private-key-file", "/not/there/yet.pem"))
            .client();

    assertThat(client.base()).hasToString("https://acct.example");
    assertThat(client.clientId()).isEqualTo("client");
    assertThat(client.certificateId()).isEqualTo("cert");
    assertThatThrownBy(() -> client.key().rotating(Clock.systemUTC()).current())
        .hasMessageContaining("NETSUITE_PRIVATE_KEY_FILE");
  }

  @Test
  void bindsEveryLimit() {
    NetSuiteProperties properties =
        bound(
            Map.of(
                "page-size", "50",
                "limits.permits", "4",
                "limits.request-timeout", "7s",
                "private-key", "secret text"));

    assertThat(properties.pageSize()).isEqualTo(50);
    assertThat(properties.limits().permits()).isEqualTo(4);
    assertThat(properties.limits().requestTimeout()).isEqualTo(Duration.ofSeconds(7));
    assertThat(properties.toString()).doesNotContain("secret text");
  }

  private static NetSuiteProperties bound(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(prefixed(values)))
        .bind("netsuite.connection", NetSuiteProperties.class)
        .get();
  }

  private static Map<String, String> prefixed(Map<String, String> values) {
    return values.entrySet().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                entry -> "netsuite.connection." + entry.getKey(), Map.Entry::getValue));
  }
}
