package dev.onboarding.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/// An issuer of access tokens on a port of its own, which can be away.
public final class TestIssuer implements AutoCloseable {

  private static final Duration LIFE = Duration.ofHours(2);

  private final RSAKey key = newKey("first");
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger given = new AtomicInteger();
  private final AtomicInteger bad = new AtomicInteger();
  private final HttpServer server;
  private volatile boolean away;
  private volatile String asked = "";

  public TestIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/keys",
        exchange -> {
          reads.incrementAndGet();
          byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(away ? 503 : 200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    server.createContext(
        "/token",
        exchange -> {
          asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          byte[] answer = given(exchange.getRequestHeaders().getFirst("Authorization"));
          exchange.sendResponseHeaders(away ? 503 : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  private byte[] given(String basic) {
    given.incrementAndGet();
    String pair =
        new String(Base64.getDecoder().decode(basic.substring(6)), StandardCharsets.UTF_8);
    String client = pair.substring(0, pair.indexOf(':'));
    var claims =
        claims(
            asked("resource"),
            changed -> changed.subject(client).claim("client_id", client),
            asked("scope"));
    boolean isBad = bad.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    String token = signed(claims, isBad ? newKey("first") : key);
    return "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":600}"
        .formatted(token)
        .getBytes(StandardCharsets.UTF_8);
  }

  /// What the last token was asked for with, by parameter.
  public String asked(String parameter) {
    for (String field : asked.split("&", -1)) {
      if (field.startsWith(parameter + "=")) {
        return URLDecoder.decode(field.substring(parameter.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  /// Where clients get tokens.
  public String tokenUrl() {
    return url() + "/token";
  }

  /// How many tokens were asked for.
  public int given() {
    return given.get();
  }

  /// The next so many tokens are no good.
  public void spoil(int tokens) {
    bad.set(tokens);
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public String keys() {
    return url() + "/keys";
  }

  /// How often its keys were asked for.
  public int reads() {
    return reads.get();
  }

  public void goAway(boolean away) {
    this.away = away;
  }

  /// A token of a client on its own behalf.
  public String machine(String audience, String client, String scope) {
    return token(audience, claims -> claims.subject(client).claim("client_id", client), scope);
  }

  /// A token of somebody who logged in.
  public String person(String audience, String name, String client, String scope) {
    return token(
        audience,
        claims ->
            claims
                .subject(name)
                .claim("client_id", client)
                .claim("auth_time", Date.from(Clock.systemUTC().instant())),
        scope);
  }

  /// A token that is sound but for what is changed.
  public String token(String audience, UnaryOperator<JWTClaimsSet.Builder> changed, String scope) {
    return signed(claims(audience, changed, scope), key);
  }

  /// The claims of a sound token but for what is changed.
  public JWTClaimsSet claims(
      String audience, UnaryOperator<JWTClaimsSet.Builder> changed, String scope) {
    Instant now = Clock.systemUTC().instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(url())
            .audience(audience)
            .subject("tester")
            .claim("scope", scope)
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .notBeforeTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)));
    return changed.apply(claims).build();
  }

  public static String signed(JWTClaimsSet claims, RSAKey key) {
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .keyID(key.getKeyID())
              .type(JOSEObjectType.JWT)
              .build();
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A key that the issuer does not know, whatever its name says.
  public static RSAKey newKey(String name) {
    try {
      return new RSAKeyGenerator(2048).keyID(name).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
