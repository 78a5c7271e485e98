package dev.onboarding.agentkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onboarding.agentkit.EchoServer.Echo;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.testkit.SettableClock;
import dev.onboarding.testkit.TestIssuer;
import io.opentelemetry.api.OpenTelemetry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Calls of a server that asks for a token.
class TokensContractTests {

  private static final String AUDIENCE = "https://echo.test/mcp";

  /// The tools of the echo server say nothing of themselves, so they count as writing.
  private static final String SCOPE = "echo.write";

  private static TestIssuer issuer;
  private static EchoServer server;

  @BeforeAll
  static void start() {
    issuer = new TestIssuer();
    server =
        new EchoServer(
            0,
            Map.of(
                "mcp.tokens.issuer", issuer.url(),
                "mcp.tokens.jwk-set-uri", issuer.keys(),
                "mcp.tokens.audience", AUDIENCE));
  }

  @AfterAll
  static void stop() {
    server.close();
    issuer.close();
  }

  @AfterEach
  void isWell() {
    issuer.goAway(false);
    issuer.spoil(0);
  }

  @Test
  void showsATokenForThisServerAndAsksForItOnce() {
    int before = issuer.given();
    try (var tools = tools(SCOPE)) {
      Echo said = say(tools);
      say(tools);

      assertThat(said.caller()).isEqualTo("tester-client");
      assertThat(issuer.given() - before).isEqualTo(1);
      assertThat(issuer.asked("resource")).isEqualTo(AUDIENCE);
      assertThat(issuer.asked("scope")).isEqualTo(SCOPE);
    }
  }

  @Test
  void asksForAnotherTokenOnceWhenItsOwnIsRefused() {
    issuer.spoil(1);
    int before = issuer.given();
    try (var tools = tools(SCOPE)) {
      assertThat(say(tools).accountId()).isEqualTo("001");
      assertThat(issuer.given() - before).isEqualTo(2);
    }
  }

  @Test
  void givesUpWhenTheNextTokenIsRefusedToo() {
    issuer.spoil(2);
    int before = issuer.given();
    try (var tools = tools(SCOPE)) {
      var failure = failure(tools);

      assertThat(failure.errorType()).isEqualTo(ErrorType.AUTHENTICATION);
      assertThat(failure.errorCode()).isEqualTo("TOKEN_NOT_ACCEPTED");
      assertThat(issuer.given() - before).isEqualTo(2);
    }
  }

  @Test
  void tellsAScopeThatIsMissing() {
    try (var tools = tools("echo.read")) {
      assertThat(failure(tools).errorCode()).isEqualTo("INSUFFICIENT_SCOPE");
      assertThat(failure(tools).errorType()).isEqualTo(ErrorType.AUTHORIZATION);
    }
  }

  @Test
  void tellsAnIssuerThatIsAwayFromARefusal() {
    issuer.goAway(true);
    try (var tools = tools(SCOPE)) {
      var failure = failure(tools);

      assertThat(ServerAway.isWhy(failure)).isTrue();
      assertThat(failure.message()).doesNotContain("a-secret");
    }
  }

  @Test
  void renewsATokenBeforeItExpires() {
    var clock = SettableClock.at(Clock.systemUTC().instant());
    var tokens = new ClientCredentials(client(SCOPE), EdgeJson.mapper(), clock);
    URI resource = URI.create(AUDIENCE);

    String first = tokens.token(resource, SCOPE);
    clock.advance(Duration.ofSeconds(569));
    String same = tokens.token(resource, SCOPE);
    clock.advance(Duration.ofSeconds(1));
    String next = tokens.token(resource, SCOPE);

    assertThat(same).isEqualTo(first);
    assertThat(next).isNotEqualTo(first);
  }

  @Test
  void asksOnceForManyWhoWantTheSame() throws Exception {
    var tokens = new ClientCredentials(client(SCOPE), EdgeJson.mapper(), Clock.systemUTC());
    int before = issuer.given();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> token = () -> tokens.token(URI.create(AUDIENCE), SCOPE);
      for (var asked : threads.invokeAll(Stream.generate(() -> token).limit(50).toList())) {
        assertThat(asked.get()).isNotBlank();
      }
    }

    assertThat(issuer.given() - before).isEqualTo(1);
  }

  @Test
  void sendsNoSecretInClearToAnotherMachine() {
    assertThatThrownBy(() ->
            new ClientProperties(
                "x",
                new Secret("a-secret"),
                "",
                "http://issuer.example/token",
                Map.of(),
                Map.of(),
                Duration.ofSeconds(1)))
        .hasMessageContaining("https")
        .hasMessageNotContaining("a-secret");
    assertThat(client(SCOPE).toString()).doesNotContain("a-secret");
  }

  private static Echo say(ToolServers tools) {
    return tools.call("echo", "echo_say", Map.of("account_id", "001"), Echo.class).value();
  }

  private static dev.onboarding.model.Failure failure(ToolServers tools) {
    return catchThrowableOfType(FailureException.class, () -> say(tools)).failure();
  }

  private static McpToolServers tools(String scope) {
    var properties =
        new ToolServerProperties(
            Map.of("echo", server.endpoint()), Duration.ofSeconds(30), Duration.ofSeconds(2));
    return new McpToolServers(
        properties,
        EdgeJson.mapper(),
        Clock.systemUTC(),
        "tester",
        new McpToolServers.Terms(NeededTools.NONE, client(scope), OpenTelemetry.noop()));
  }

  private static ClientProperties client(String scope) {
    return new ClientProperties(
        "tester-client",
        new Secret("a-secret"),
        "",
        issuer.tokenUrl(),
        Map.of("echo", scope),
        Map.of("echo", URI.create(AUDIENCE)),
        Duration.ofSeconds(10));
  }
}
