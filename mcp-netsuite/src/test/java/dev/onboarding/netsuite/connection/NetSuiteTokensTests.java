package dev.onboarding.netsuite.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.connector.AccessToken;
import dev.onboarding.connector.BaseAddress;
import dev.onboarding.connector.KeySource;
import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.testkit.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetSuiteTokensTests {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final String KEY = TestKeys.pem(TestKeys.rsa().getPrivate());

  private final List<UpstreamRequest> sent = new ArrayList<>();

  @Test
  void exchangesAnAssertionAtTheTokenUrl() {
    AccessToken token = fetch("{\"access_token\":\"abc\",\"expires_in\":\"3600\"}");

    assertThat(token.authorization().reveal()).isEqualTo("Bearer abc");
    UpstreamRequest request = sent.getFirst();
    assertThat(request.uri())
        .hasToString("https://acct.example/services/rest/auth/oauth2/v1/token");
    assertThat(new String(request.body(), UTF_8))
        .contains(
            "grant_type=client_credentials",
            "client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer",
            "client_assertion=ey");
  }

  @Test
  void takesATokenForAnHourAtTheMost() {
    assertThat(fetch("{\"access_token\":\"a\",\"expires_in\":\"1800\"}").expiresAt())
        .isEqualTo(NOW.plusSeconds(1800));
    assertThat(fetch("{\"access_token\":\"a\",\"expires_in\":7200}").expiresAt())
        .isEqualTo(NOW.plusSeconds(3600));
    assertThat(fetch("{\"access_token\":\"a\"}").expiresAt()).isEqualTo(NOW.plusSeconds(3600));
  }

  private AccessToken fetch(String answer) {
    var client =
        new NetSuiteClient(
            BaseAddress.of("NETSUITE_BASE_URL", "https://acct.example/"),
            "client",
            "cert",
            new KeySource("NetSuite", "NETSUITE_PRIVATE_KEY", new Secret(KEY), ""));
    return new NetSuiteTokens(
            request -> {
              sent.add(request);
              return new UpstreamResponse(200, Map.of(), answer.getBytes(UTF_8));
            },
            client,
            SettableClock.at(NOW))
        .fetch();
  }
}
