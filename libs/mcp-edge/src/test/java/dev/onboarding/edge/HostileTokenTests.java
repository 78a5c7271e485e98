package dev.onboarding.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.onboarding.testkit.TestIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a server that asks for tokens makes of good ones and of all the others.
class HostileTokenTests {

  private static final String AUDIENCE = "https://example.test/mcp";
  private static final String BOTH = "example.read example.write";
  private static final UnaryOperator<JWTClaimsSet.Builder> SOUND = claims -> claims;

  private static TestIssuer issuer;
  private static ExampleServer server;
  private static TokenWire wire;

  @BeforeAll
  static void start() {
    issuer = new TestIssuer();
    issuer.goAway(true);
    server =
        new ExampleServer(
            Map.of(
                "mcp.tokens.issuer", issuer.url(),
                "mcp.tokens.jwk-set-uri", issuer.keys(),
                "mcp.tokens.audience", AUDIENCE));
    wire = new TokenWire(server.endpoint());
    startsAndAnswersMeaningfullyWhileItsIssuerIsDown();
    issuer.goAway(false);
    Awaitility.await("the issuer is noticed again")
        .atMost(Duration.ofMinutes(1))
        .until(() -> wire.list(issuer.token(AUDIENCE, SOUND, BOTH)).statusCode() == 200);
  }

  @AfterAll
  static void stop() {
    server.close();
    issuer.close();
  }

  /// Before any key was ever read, hence here.
  private static void startsAndAnswersMeaningfullyWhileItsIssuerIsDown() {
    var refused = wire.list(issuer.token(AUDIENCE, SOUND, BOTH));

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(refused.body()).contains("identity-unavailable").doesNotContain(issuer.url());
    assertThat(wire.send(Map.of(), "tools/list", "{}").statusCode()).isEqualTo(401);
  }

  @Test
  void tellsACallerWithoutATokenWhereToGetOne() {
    var refused = wire.send(Map.of(), "tools/list", "{}");

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(TokenWire.challenge(refused))
        .isEqualTo(
            "Bearer resource_metadata=\"https://example.test/.well-known/oauth-protected-resource/mcp\","
                + " scope=\"example.read example.write\"");
    assertThat(refused.body()).contains("token-missing");
  }

  @Test
  void believesNoHostHeader() throws IOException {
    String good = issuer.token(AUDIENCE, SOUND, BOTH);
    String atHost = issuer.token("http://evil.example/mcp", SOUND, BOTH);

    String nobody = wire.underForeignHost("POST /mcp", "");
    String known = wire.underForeignHost("POST /mcp", "Authorization: " + TokenWire.bearer(good));
    String targeted =
        wire.underForeignHost("POST /mcp", "Authorization: " + TokenWire.bearer(atHost));
    String metadata =
        wire.underForeignHost("GET /.well-known/oauth-protected-resource/mcp", "X: y");

    assertThat(List.of(nobody, known, targeted))
        .allSatisfy(refused -> assertThat(refused).startsWith("HTTP/1.1 403"));
    assertThat(metadata).startsWith("HTTP/1.1 200").contains(AUDIENCE);
    assertThat(nobody + known + targeted + metadata).doesNotContain("evil");
  }

  @Test
  void publishesItsMetadataForEverybodyAtBothPaths() {
    for (String path :
        List.of(
            "/.well-known/oauth-protected-resource/mcp", "/.well-known/oauth-protected-resource")) {
      var answer = wire.sent(HttpRequest.newBuilder(URI.create(server.endpoint()).resolve(path)));

      JsonNode metadata = EdgeJson.mapper().readTree(answer.body());
      assertThat(metadata.at("/resource").asString()).isEqualTo(AUDIENCE);
      assertThat(metadata.at("/authorization_servers/0").asString()).isEqualTo(issuer.url());
      assertThat(metadata.at("/scopes_supported").toString())
          .isEqualTo("[\"example.read\",\"example.write\"]");
    }
  }

  @Test
  void servesAGoodTokenAndReadsTheKeysOnce() {
    String token = issuer.token(AUDIENCE, SOUND, BOTH);
    wire.list(token);
    int reads = issuer.reads();

    for (int i = 0; i < 20; i++) {
      assertThat(wire.list(token).statusCode()).isEqualTo(200);
      assertThat(wire.list(issuer.token(AUDIENCE, SOUND, BOTH)).statusCode()).isEqualTo(200);
    }

    assertThat(issuer.reads()).isEqualTo(reads);
  }

  @Test
  void refusesEveryTokenThatIsNotMeantForItAndSaysNothingOfIt() {
    Map<String, String> hostile = new LinkedHashMap<>();
    hostile.put("foreign audience", issuer.token("https://other.test/mcp", SOUND, BOTH));
    hostile.put("audience by the Host header", issuer.token(server.endpoint(), SOUND, BOTH));
    hostile.put("no audience", issuer.token("x", claims -> claims.audience((String) null), BOTH));
    hostile.put("expired", issuer.token(AUDIENCE, times(-3600, -1800), BOTH));
    hostile.put("not yet valid", issuer.token(AUDIENCE, times(1800, 3600), BOTH));
    hostile.put(
        "never expires", issuer.token(AUDIENCE, claims -> claims.expirationTime(null), BOTH));
    hostile.put(
        "foreign issuer", issuer.token(AUDIENCE, claims -> claims.issuer("https://evil"), BOTH));
    hostile.put("nobody", issuer.token(AUDIENCE, claims -> claims.subject(null), BOTH));
    hostile.put("unsigned", new PlainJWT(sound()).serialize());
    hostile.put("wrong key", TestIssuer.signed(sound(), TestIssuer.newKey("first")));
    hostile.put("unknown key", TestIssuer.signed(sound(), TestIssuer.newKey("third")));
    hostile.put("public key as a secret", signedWithASecret());
    hostile.put("cut", issuer.token(AUDIENCE, SOUND, BOTH).replaceAll("\\.[^.]*$", "."));
    hostile.put("no token", "nonsense");
    hostile.put("long", "x".repeat(6_000));

    hostile.forEach((what, token) -> {
      var refused = wire.list(token);

      assertThat(refused.statusCode()).as(what).isEqualTo(401);
      assertThat(TokenWire.challenge(refused))
          .as(what)
          .contains("invalid_token", "resource_metadata=");
      assertThat(refused.body() + TokenWire.challenge(refused))
          .as(what)
          .doesNotContain("xception", "evil", "Jwt", "key")
          .doesNotContain(token.substring(0, Math.min(token.length(), 20)));
    });
  }

  @Test
  void refusesWhatIsNoBearerTokenWithoutFailing() {
    for (String header :
        List.of("Basic dXNlcjpwYXNz", "Bearer", "Bearer a b", "Bearer \u00e4", "x")) {
      var refused = wire.send(Map.of("Authorization", header), "tools/list", "{}");

      assertThat(refused.statusCode()).as(header).isIn(400, 401);
    }
  }

  @Test
  void listsOnlyWhatTheCallerMayCall() {
    assertThat(toolsFor("example.read")).containsExactlyInAnyOrder("example_draw", "example_greet");
    assertThat(toolsFor("example.write")).containsExactly("example_write");
    assertThat(toolsFor(BOTH))
        .containsExactlyInAnyOrder("example_draw", "example_greet", "example_write");
    assertThat(toolsFor("other.read")).isEmpty();
    assertThat(toolsFor("")).isEmpty();
  }

  @Test
  void refusesAToolForWantOfItsScopeAndRecordsWhoTried() {
    String run = "run-" + UUID.randomUUID();
    String token = issuer.person(AUDIENCE, "ada", "an-assistant", "example.read");

    var refused = wire.call(token, "example_write", "{\"code\":\"NO\"}", run);

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(TokenWire.challenge(refused))
        .contains("insufficient_scope", "scope=\"example.write\"");
    assertThat(refused.body()).contains("INSUFFICIENT_SCOPE");
    assertThat(row(run))
        .containsEntry("caller", "ada/an-assistant")
        .containsEntry("subject", "ada")
        .containsEntry("client", "an-assistant")
        .containsEntry("error_code", "INSUFFICIENT_SCOPE");
    assertThat(
            server
                .database()
                .queryForObject(
                    "select count(*) from audit.entries where run = ? and kind = 'intent'",
                    Long.class,
                    run))
        .isZero();
  }

  @Test
  void recordsTheVerifiedCallerWhateverItSaysOfItself() {
    String run = "run-" + UUID.randomUUID();
    String token = issuer.machine(AUDIENCE, "contract-agent", BOTH);

    var answer = wire.call(token, "example_greet", "{\"account_name\":\"Acme\"}", run);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(row(run)).containsEntry("caller", "contract-agent");
  }

  @Test
  void keepsHealthOpen() {
    var health =
        wire.sent(
            HttpRequest.newBuilder(URI.create(server.endpoint()).resolve("/actuator/health")));

    assertThat(health.statusCode()).isEqualTo(200);
  }

  private static UnaryOperator<JWTClaimsSet.Builder> times(long from, long until) {
    Instant now = Instant.now();
    return claims ->
        claims
            .issueTime(Date.from(now.plusSeconds(Math.min(from, 0))))
            .notBeforeTime(Date.from(now.plusSeconds(from)))
            .expirationTime(Date.from(now.plusSeconds(until)));
  }

  private static JWTClaimsSet sound() {
    return issuer.claims(AUDIENCE, SOUND, BOTH);
  }

  private static String signedWithASecret() {
    try {
      var token =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), sound());
      token.sign(new MACSigner(new byte[64]));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> toolsFor(String scope) {
    var answer = wire.list(issuer.token(AUDIENCE, SOUND, scope));
    return EdgeJson.mapper()
        .readTree(answer.body())
        .at("/result/tools")
        .valueStream()
        .map(tool -> tool.path("name").asString())
        .toList();
  }

  private static Map<String, Object> row(String run) {
    return server.database().queryForMap("select * from audit.entries where run = ?", run);
  }
}
