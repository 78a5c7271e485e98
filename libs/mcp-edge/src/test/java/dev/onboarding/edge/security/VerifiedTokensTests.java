package dev.onboarding.edge.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.testkit.SettableClock;
import dev.onboarding.testkit.TestIssuer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

class VerifiedTokensTests {

  private static final String AUDIENCE = "https://example.test/mcp";

  private static TestIssuer issuer;

  private final SettableClock clock = SettableClock.at(Clock.systemUTC().instant());
  private final VerifiedTokens tokens = tokens(10);

  @BeforeAll
  static void start() {
    issuer = new TestIssuer();
  }

  @AfterAll
  static void stop() {
    issuer.close();
  }

  @Test
  void knowsAPersonFromAMachine() {
    Caller person = caller(issuer.person(AUDIENCE, "ada", "an-app", "a b"));
    Caller machine = caller(issuer.machine(AUDIENCE, "an-agent", "a"));
    Caller pretending =
        caller(
            issuer.token(
                AUDIENCE,
                claims -> claims.subject("x").claim("client_id", "x").claim("auth_time", 1),
                "a"));

    assertThat(person.isPerson()).isTrue();
    assertThat(person.name()).isEqualTo("ada/an-app");
    assertThat(person.scopes()).containsExactlyInAnyOrder("a", "b");
    assertThat(machine.isPerson()).isFalse();
    assertThat(machine.name()).isEqualTo("an-agent");
    assertThat(pretending.isPerson()).isFalse();
  }

  @Test
  void readsScopesInTheFormsOfOtherIssuers() {
    Caller listed =
        caller(
            issuer.token(
                AUDIENCE,
                claims -> claims.claim("scope", null).claim("scp", List.of("a", "b")),
                ""));

    assertThat(listed.scopes()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void keepsWhatCouldForgeALineOutOfANameForTheRecord() {
    Caller odd = caller(issuer.token(AUDIENCE, claims -> claims.subject("a\nb c"), ""));

    assertThat(odd.name()).isEqualTo("a?b?c");
  }

  @Test
  void forgetsATokenWhenItExpires() {
    String token = issuer.machine(AUDIENCE, "an-agent", "a");
    assertThat(caller(token)).isNotNull();

    clock.advance(Duration.ofHours(3));

    assertThatThrownBy(() -> caller(token)).isInstanceOf(InvalidBearerTokenException.class);
  }

  @Test
  void keepsServingThroughAnOutageOfItsIssuerAndKnowsNewTokensToo() {
    caller(issuer.machine(AUDIENCE, "an-agent", "a"));
    issuer.goAway(true);
    try {
      clock.advance(Duration.ofMinutes(11));
      assertThat(caller(issuer.machine(AUDIENCE, "an-agent", "a")).client()).isEqualTo("an-agent");
    } finally {
      issuer.goAway(false);
    }
  }

  @Test
  void asksTheIssuerSeldomHoweverManyTokensNameUnknownKeys() {
    caller(issuer.machine(AUDIENCE, "an-agent", "a"));
    int before = issuer.reads();
    var unknown = TestIssuer.newKey("unknown");

    for (int i = 0; i < 20; i++) {
      String token = TestIssuer.signed(issuer.claims(AUDIENCE, claims -> claims, "a"), unknown);
      assertThatThrownBy(() -> caller(token)).isInstanceOf(InvalidBearerTokenException.class);
    }

    assertThat(issuer.reads() - before).isLessThanOrEqualTo(1);
  }

  @Test
  void tellsAnIssuerThatWasNeverReachedFromABadToken() {
    issuer.goAway(true);
    try {
      var never = tokens(10);
      String token = issuer.machine(AUDIENCE, "an-agent", "a");

      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> never.authenticate(new BearerTokenAuthenticationToken(token)))
            .isInstanceOf(AuthenticationServiceException.class);
      }
    } finally {
      issuer.goAway(false);
    }
  }

  @Test
  void remembersNoMoreThanItMay() {
    var few = tokens(2);

    for (int i = 0; i < 50; i++) {
      String token = issuer.machine(AUDIENCE, "agent-" + i, "a");
      assertThat(few.authenticate(new BearerTokenAuthenticationToken(token)).getName())
          .isEqualTo("agent-" + i);
    }

    assertThat(few.remembered()).isLessThanOrEqualTo(2);
  }

  @Test
  void asksForAnAudienceAndKeysThatNobodyElseCanGive() {
    assertThatThrownBy(() -> properties("https://keys.test", ""))
        .hasMessageContaining("mcp.tokens.audience");
    assertThatThrownBy(() -> properties("http://keys.example", AUDIENCE))
        .hasMessageContaining("TLS");
    assertThatThrownBy(() -> properties("", AUDIENCE))
        .hasMessageContaining("mcp.tokens.jwk-set-uri");
  }

  private Caller caller(String token) {
    return (Caller) tokens.authenticate(new BearerTokenAuthenticationToken(token)).getPrincipal();
  }

  private VerifiedTokens tokens(int remembered) {
    var properties =
        new TokenProperties(
            issuer.url(), issuer.keys(), AUDIENCE, Duration.ofSeconds(30), remembered, "auth_time");
    return new VerifiedTokens(TokenDecoder.of(properties, clock), properties, clock);
  }

  private static TokenProperties properties(String keys, String audience) {
    return new TokenProperties(
        "https://issuer.test", keys, audience, Duration.ofSeconds(30), 10, "auth_time");
  }
}
