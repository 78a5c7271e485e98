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
import dev.onboarding.connector.RotatingCredential;
import dev.onboarding.connector.TokenEndpoint;
import dev.onboarding.connector.TokenSource;
import dev.onboarding.connector.Upstream;
import java.security.interfaces.RSAPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Exchanges a statement signed with RS256 for a token of DocuSign that acts for one user.
final class JwtGrant implements TokenSource {

  private static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final Duration ASSERTION_LIFETIME = Duration.ofMinutes(10);
  private static final Duration LONGEST_LIFETIME = Duration.ofHours(8);
  private static final Duration USUAL_LIFETIME = Duration.ofHours(1);

  private final TokenEndpoint endpoint;
  private final DocuSignClient client;
  private final RotatingCredential<RSAPrivateKey> key;
  private final Clock clock;

  /// @param upstream without a token of its own
  JwtGrant(Upstream upstream, DocuSignClient client, Clock clock) {
    this.endpoint =
        new TokenEndpoint(
            upstream, client.tokenUrl(), new JsonAnswers("DocuSign", JsonMapper.shared()));
    this.client = client;
    this.key = client.key().rotatingRsa(clock);
    this.clock = clock;
  }

  @Override
  public AccessToken fetch() {
    return key.present(this::exchanged);
  }

  private AccessToken exchanged(RSAPrivateKey key) {
    Instant now = clock.instant();
    return endpoint
        .exchange(Map.of("grant_type", GRANT_TYPE, "assertion", assertion(key, now)))
        .from(now, USUAL_LIFETIME, LONGEST_LIFETIME);
  }

  private String assertion(RSAPrivateKey key, Instant now) {
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
      assertion.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("an RSA key cannot sign", e);
    }
    return assertion.serialize();
  }
}
