package dev.onboarding.netsuite.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAssertionTests {

  private static final URI TOKEN_URL = URI.create("https://acct.example/token");
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final ClientAssertion assertion = new ClientAssertion("client", "cert-1", TOKEN_URL);

  @Test
  void signsWithPs256WhenTheKeyIsRsa() throws Exception {
    KeyPair keys = TestKeys.rsa();

    var signed = SignedJWT.parse(assertion.sign(keys.getPrivate(), NOW));

    assertThat(signed.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.PS256);
    assertThat(signed.verify(new RSASSAVerifier((RSAPublicKey) keys.getPublic()))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"secp256r1, ES256", "secp384r1, ES384", "secp521r1, ES512"})
  void signsWithTheAlgorithmOfTheCurve(String curve, String algorithm) throws Exception {
    KeyPair keys = TestKeys.curve(curve);

    var signed = SignedJWT.parse(assertion.sign(keys.getPrivate(), NOW));

    assertThat(signed.getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
    assertThat(signed.verify(new ECDSAVerifier((ECPublicKey) keys.getPublic()))).isTrue();
  }

  @Test
  void saysWhoAsksWhomForWhatAndForHowLong() throws Exception {
    var signed = SignedJWT.parse(assertion.sign(TestKeys.rsa().getPrivate(), NOW));

    assertThat(signed.getHeader().getKeyID()).isEqualTo("cert-1");
    var claims = signed.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("client");
    assertThat(claims.getAudience()).containsExactly(TOKEN_URL.toString());
    assertThat(claims.getStringClaim("scope")).isEqualTo("rest_webservices");
    assertThat(claims.getIssueTime()).isEqualTo(Date.from(NOW));
    assertThat(Duration.between(NOW, claims.getExpirationTime().toInstant()))
        .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(60));
  }
}
