package dev.onboarding.clm.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.onboarding.connector.AccessToken;
import dev.onboarding.connector.Secret;
import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.FailureException;
import dev.onboarding.testkit.SettableClock;
import java.net.URI;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{\"access_token\":\"a\",\"expires_in\":28800}' | 28800",
        "'{\"access_token\":\"a\",\"expires_in\":\"600\"}' | 600",
        "'{\"access_token\":\"a\"}' | 3600",
        "'{\"access_token\":\"a\",\"expires_in\":0}' | 3600"
      })
  void knowsWhenTheTokenExpires(String answer, long seconds) {
    assertThat(fetch(answer).expiresAt()).isEqualTo(NOW.plusSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"access_token\":null}", "<html>"})
  void refusesAnAnswerWithoutAToken(String answer) {
    assertThatThrownBy(() -> fetch(answer))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure().errorCode()).isEqualTo("UNREADABLE_ANSWER"));
  }

  private AccessToken fetch(String answer) {
    var client =
        new DocuSignClient(
            URI.create("http://127.0.0.1:8099/docusign/"),
            "account-d.docusign.com",
            "integration",
            "user",
            "signature impersonation",
            KeySource.text("DOCUSIGN_PRIVATE_KEY", new Secret(TestKeys.pkcs8(KEYS.getPrivate()))));
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
