package dev.onboarding.clm.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.onboarding.connector.AccessToken;
import dev.onboarding.connector.BaseAddress;
import dev.onboarding.connector.KeySource;
import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.testkit.SettableClock;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JwtGrantTests {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final KeyPair KEYS = TestKeys.rsa();

  private final List<UpstreamRequest> sent = new ArrayList<>();

  @Test
  void signsForTheUserWithTheHostAloneAsAudience() throws Exception {
    fetch("{\"access_token\":\"abc\",\"expires_in\":3600}");

    assertThat(sent.getFirst().uri()).hasToString("http://127.0.0.1:8099/docusign/oauth/token");
    String form = new String(sent.getFirst().body(), UTF_8);
    assertThat(form).contains("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer");
    var signed = SignedJWT.parse(form.replaceFirst("(?s).*assertion=([^&]*).*", "$1"));
    assertThat(signed.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
    assertThat(signed.verify(new RSASSAVerifier((RSAPublicKey) KEYS.getPublic()))).isTrue();
    var claims = signed.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("integration");
    assertThat(claims.getSubject()).isEqualTo("user");
    assertThat(claims.getAudience()).containsExactly("account-d.docusign.com");
    assertThat(claims.getStringClaim("scope")).isEqualTo("signature impersonation");
    assertThat(Duration.between(NOW, claims.getExpirationTime().toInstant()))
        .isBetween(Duration.ofMinutes(1), Duration.ofHours(1));
  }

  @Test
  void takesATokenForEightHoursAtTheMost() {
    assertThat(expiryOf("\"600\"")).isEqualTo(NOW.plusSeconds(600));
    assertThat(expiryOf("28800")).isEqualTo(NOW.plus(Duration.ofHours(8)));
    assertThat(expiryOf("90000")).isEqualTo(NOW.plus(Duration.ofHours(8)));
    assertThat(expiryOf("null")).isEqualTo(NOW.plus(Duration.ofHours(1)));
  }

  private Instant expiryOf(String expiresIn) {
    return fetch("{\"access_token\":\"a\",\"expires_in\":%s}".formatted(expiresIn)).expiresAt();
  }

  private AccessToken fetch(String answer) {
    var client =
        new DocuSignClient(
            BaseAddress.of("DOCUSIGN_AUTH_BASE_URL", "http://127.0.0.1:8099/docusign/"),
            "account-d.docusign.com",
            "integration",
            "user",
            "signature impersonation",
            new KeySource(
                "DocuSign",
                "DOCUSIGN_PRIVATE_KEY",
                new Secret(TestKeys.pem(KEYS.getPrivate())),
                ""));
    return new JwtGrant(
            request -> {
              sent.add(request);
              return new UpstreamResponse(200, Map.of(), answer.getBytes(UTF_8));
            },
            client,
            SettableClock.at(NOW))
        .fetch();
  }
}
