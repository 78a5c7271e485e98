package dev.onboarding.netsuite.connection;

import dev.onboarding.connector.AccessToken;
import dev.onboarding.connector.JsonAnswers;
import dev.onboarding.connector.TokenSource;
import dev.onboarding.connector.Upstream;
import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Exchanges a signed assertion for a token of NetSuite: OAuth 2.0 client credentials, machine to
/// machine.
final class NetSuiteTokens implements TokenSource {

  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final int LONGEST_SECONDS = 3600;

  private final Upstream upstream;
  private final NetSuiteClient client;
  private final Clock clock;
  private final JsonAnswers answers = new JsonAnswers("NetSuite", JsonMapper.builder().build());

  /// @param upstream without a token of its own
  NetSuiteTokens(Upstream upstream, NetSuiteClient client, Clock clock) {
    this.upstream = upstream;
    this.client = client;
    this.clock = clock;
  }

  @Override
  public AccessToken fetch() {
    Instant now = clock.instant();
    String assertion =
        new ClientAssertion(client.clientId(), client.certificateId(), client.tokenUrl())
            .sign(client.key().read(), now);
    UpstreamResponse response =
        upstream.send(
            UpstreamRequest.form(
                "token",
                client.tokenUrl(),
                Map.of(
                    "grant_type", "client_credentials",
                    "client_assertion_type", ASSERTION_TYPE,
                    "client_assertion", assertion)));
    JsonNode token = answers.tree(response);
    if (!token.path("access_token").isString()) {
      throw answers.unexpected(response, "no access_token");
    }
    return AccessToken.bearer(
        token.path("access_token").asString(), now.plusSeconds(lifetime(token)), null);
  }

  /// NetSuite writes the number as text; what is not stated, or no number, is taken for an hour.
  private static int lifetime(JsonNode token) {
    int stated = token.path("expires_in").asInt(LONGEST_SECONDS);
    return stated > 0 ? Math.min(stated, LONGEST_SECONDS) : LONGEST_SECONDS;
  }
}
