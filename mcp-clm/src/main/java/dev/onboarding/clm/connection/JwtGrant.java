package dev.onboarding.clm.connection;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.onboarding.connector.AccessToken;
import dev.onboarding.connector.JsonAnswers;
import dev.onboarding.connector.TokenSource;
import dev.onboarding.connector.Upstream;
import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Exchanges a statement signed with RS256 for a token of DocuSign that acts for one user.
final class JwtGrant implements TokenSource {

  private static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final Duration ASSERTION_LIFETIME = Duration.ofMinutes(10);
  private static final int LONGEST_SECONDS = 8 * 3600;
  private static final int USUAL_SECONDS = 3600;

  private final Upstream upstream;
  private final DocuSignClient client;
  private final Clock clock;
  private final JsonAnswers answers = new JsonAnswers("DocuSign", JsonMapper.builder().build());

  /// @param upstream without a token of its own
  JwtGrant(Upstream upstream, DocuSignClient client, Clock clock) {
    this.upstream = upstream;
    this.client = client;
    this.clock = clock;
  }

  @Override
  public AccessToken fetch() {
    Instant now = clock.instant();
    UpstreamResponse response =
        upstream.send(
            UpstreamRequest.form(
                "token",
                client.tokenUrl(),
                Map.of("grant_type", GRANT_TYPE, "assertion", assertion(now))));
    JsonNode token = answers.tree(response);
    if (!token.path("access_token").isString()) {
      throw answers.unexpected(response, "no access_token");
    }
    return AccessToken.bearer(
        token.path("access_token").asString(), now.plusSeconds(lifetime(token)), null);
  }

  private String assertion(Instant now) {
    var assertion =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).build(),
            new JWTClaimsSet.Builder()
                .issuer(client.integrationKey())
                .subject(client.userId())
                .audience(client.audience())
                .claim("scope", client.scopes())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ASSERTION_LIFETIME)))
                .build());
    try {
      assertion.sign(new RSASSASigner(client.key().read()));
    } catch (JOSEException e) {
      throw new IllegalStateException("an RSA key cannot sign", e);
    }
    return assertion.serialize();
  }

  private static int lifetime(JsonNode token) {
    int stated = token.path("expires_in").asInt(USUAL_SECONDS);
    return stated > 0 ? Math.min(stated, LONGEST_SECONDS) : USUAL_SECONDS;
  }
}
