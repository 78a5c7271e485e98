package dev.onboarding.netsuite.connection;

import dev.onboarding.connector.AccessToken;
import dev.onboarding.connector.JsonAnswers;
import dev.onboarding.connector.RotatingCredential;
import dev.onboarding.connector.TokenEndpoint;
import dev.onboarding.connector.TokenSource;
import dev.onboarding.connector.Upstream;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Exchanges a signed assertion for a token of NetSuite: OAuth 2.0 client credentials, machine to
/// machine.
final class NetSuiteTokens implements TokenSource {

  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final TokenEndpoint endpoint;
  private final NetSuiteClient client;
  private final RotatingCredential<PrivateKey> key;
  private final Clock clock;

  /// @param upstream without a token of its own
  NetSuiteTokens(Upstream upstream, NetSuiteClient client, Clock clock) {
    this.endpoint =
        new TokenEndpoint(
            upstream, client.tokenUrl(), new JsonAnswers("NetSuite", JsonMapper.shared()));
    this.client = client;
    this.key = client.key().rotating(clock);
    this.clock = clock;
  }

  @Override
  public AccessToken fetch() {
    return key.present(this::exchanged);
  }

  private AccessToken exchanged(PrivateKey key) {
    Instant now = clock.instant();
    String assertion =
        new ClientAssertion(client.clientId(), client.certificateId(), client.tokenUrl())
            .sign(key, now);
    return endpoint
        .exchange(
            Map.of(
                "grant_type", "client_credentials",
                "client_assertion_type", ASSERTION_TYPE,
                "client_assertion", assertion))
        .from(now, LIFETIME, LIFETIME);
  }
}
