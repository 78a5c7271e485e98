package dev.onboarding.coordinator.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.coordinator.intake.IntakeSettings.Source;
import dev.onboarding.model.secret.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccessTokensTests {

  private static final AtomicInteger KEY_FETCHES = new AtomicInteger();
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
  private static RSAKey key;
  private static HttpServer issuer;

  private final Clock clock = Clock.systemUTC();
  private final Senders senders =
      new Senders(
          Map.of(
              "erp", new Source(null, "", null, "", "erp-client", Duration.ofMinutes(5)),
              "crm",
                  new Source(
                      new Secret("s".repeat(32)), "", null, "", null, Duration.ofMinutes(5))),
          AccessTokens.from(settings(jwks()), clock),
          clock);

  @BeforeAll
  static void publishKeys() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("k1").generate();
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer.createContext(
        "/jwks",
        exchange -> {
          KEY_FETCHES.incrementAndGet();
          var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    issuer.start();
  }

  @AfterAll
  static void close() {
    issuer.stop(0);
  }

  @Test
  void takesTheTokenOfTheSourcesOwnClient() {
    assertThatCode(() -> trigger("erp", token(sound()))).doesNotThrowAnyException();
  }

  @Test
  void takesScopesAsAList() {
    var claims = sound().claim("scope", null).claim("scp", List.of("x", "onboarding.trigger"));

    assertThatCode(() -> trigger("erp", token(claims))).doesNotThrowAnyException();
  }

  @Test
  void fetchesNoKeyBeforeATokenComes() {
    int before = KEY_FETCHES.get();

    AccessTokens.from(settings(jwks()), clock);

    assertThat(KEY_FETCHES.get()).isEqualTo(before);
  }

  @Test
  void refusesAnotherAudienceIssuerScopeOrClient() {
    assertRefused(sound().audience("somebody-else"));
    assertRefused(sound().audience((String) null));
    assertRefused(sound().issuer("https://elsewhere.example"));
    assertRefused(sound().claim("scope", "onboarding.read"));
    assertRefused(sound().claim("scope", null));
    assertRefused(sound().claim("client_id", "other-client"));
    assertRefused(sound().claim("client_id", null).subject(null));
  }

  @Test
  void refusesATokenOutsideItsTime() {
    var now = clock.instant();

    assertRefused(sound().expirationTime(Date.from(now.minusSeconds(120))));
    assertRefused(sound().expirationTime(null));
    assertRefused(sound().notBeforeTime(Date.from(now.plusSeconds(600))));
  }

  @Test
  void refusesATokenOfAnotherKey() throws JOSEException {
    var other = new RSAKeyGenerator(2048).keyID("k1").generate();

    assertType(() -> trigger("erp", token(sound(), other)), ProblemType.SENDER_NOT_PROVEN);
  }

  @Test
  void refusesATokenForASourceThatSigns() {
    assertType(() -> trigger("crm", token(sound())), ProblemType.SENDER_NOT_PROVEN);
  }

  @Test
  void refusesASignatureOfASourceThatUsesTokens() {
    assertType(
        () ->
            senders.authenticated(
                "erp", BODY, new Senders.Credentials("sha256=" + "0".repeat(64), null)),
        ProblemType.SENDER_NOT_PROVEN);
  }

  @Test
  void saysThatItCannotTellWhileTheIssuerIsAway() {
    var unreachable =
        new Senders(
            Map.of("erp", new Source(null, "", null, "", "erp-client", Duration.ofMinutes(5))),
            AccessTokens.from(settings(URI.create("http://127.0.0.1:1/jwks")), clock),
            clock);

    assertType(
        () ->
            unreachable.authenticated(
                "erp", BODY, new Senders.Credentials(null, "Bearer " + token(sound()))),
        ProblemType.IDENTITY_UNAVAILABLE);
  }

  @Test
  void answersAStrangersTokenLikeAnybodyElses() {
    assertType(() -> trigger("stranger", token(sound())), ProblemType.SENDER_NOT_PROVEN);
    assertThat(catchThrowable(() -> trigger("stranger", token(sound()))))
        .hasMessage(catchThrowable(() -> trigger("crm", token(sound()))).getMessage());
    var unreachable =
        new Senders(
            Map.of(),
            AccessTokens.from(settings(URI.create("http://127.0.0.1:1/jwks")), clock),
            clock);

    assertType(
        () ->
            unreachable.authenticated(
                "stranger", BODY, new Senders.Credentials(null, "Bearer " + token(sound()))),
        ProblemType.IDENTITY_UNAVAILABLE);
  }

  private void trigger(String source, String token) {
    senders.authenticated(source, BODY, new Senders.Credentials(null, "Bearer " + token));
  }

  private void assertRefused(JWTClaimsSet.Builder claims) {
    assertType(() -> trigger("erp", token(claims)), ProblemType.SENDER_NOT_PROVEN);
  }

  private static void assertType(ThrowingCallable call, ProblemType type) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class, refused -> assertThat(refused.type()).isEqualTo(type));
  }

  private JWTClaimsSet.Builder sound() {
    Instant now = clock.instant();
    return new JWTClaimsSet.Builder()
        .issuer("https://issuer.example")
        .audience("coordinator")
        .subject("erp-client")
        .claim("client_id", "erp-client")
        .claim("scope", "other onboarding.trigger")
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)));
  }

  private static String token(JWTClaimsSet.Builder claims) {
    return token(claims, key);
  }

  private static String token(JWTClaimsSet.Builder claims, RSAKey with) {
    try {
      var token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims.build());
      token.sign(new RSASSASigner(with));
      return token.serialize();
    } catch (JOSEException defect) {
      throw new IllegalStateException(defect);
    }
  }

  private static URI jwks() {
    return URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/jwks");
  }

  private static IntakeSettings.Tokens settings(URI jwks) {
    return new IntakeSettings.Tokens(
        "https://issuer.example", jwks, "coordinator", "onboarding.trigger");
  }
}
