package dev.onboarding.connector;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static dev.onboarding.connector.FailureAssertions.assertFails;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.onboarding.model.CallTally;
import dev.onboarding.model.ErrorType;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/// The whole chain, in the order in which [UpstreamChain] assembles it, against a server.
class UpstreamChainContractTests {

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private final FailureTranslator failures =
      FailureTranslator.byStatus("Acme CRM").orElse(FailureTranslator.unreadableJson("Acme CRM"));

  @Test
  void renewsARefusedTokenWithoutSpendingARetry() {
    token("fresh");
    answers(aResponse().withStatus(401), okJson("{}"));

    assertThat(chain(Surroundings.calm(), List.of()).send(read()).status()).isEqualTo(200);

    SERVER.verify(2, postRequestedFor(urlEqualTo("/token")));
    SERVER.verify(2, getRequestedFor(urlEqualTo("/read")));
  }

  @Test
  void asksAgainAfterGarbage() {
    token("t");
    answers(okJson("{\"cut\": "), okJson("{}"));

    assertThat(chain(Surroundings.calm(), List.of(Duration.ZERO)).send(read()).status())
        .isEqualTo(200);
  }

  @Test
  void reportsGarbageThatStaysGarbage() {
    token("t");
    answers(okJson("<html>"), okJson("<html>"));

    assertFails(
        () -> chain(Surroundings.calm(), List.of(Duration.ZERO)).send(read()),
        ErrorType.SERVER_ERROR,
        "UNREADABLE_ANSWER");
  }

  @Test
  void passesAbsenceOnAsAnAnswer() {
    token("t");
    answers(aResponse().withStatus(404), okJson("{}"));

    assertThat(chain(Surroundings.calm(), List.of(Duration.ZERO)).send(read()).status())
        .isEqualTo(404);
  }

  @Test
  void sendsTheCorrelationIdWithEveryCall() {
    token("t");
    answers(okJson("{}"), okJson("{}"));

    chain(Surroundings.correlated("corr-1"), List.of()).send(read());

    SERVER.verify(
        postRequestedFor(urlEqualTo("/token")).withHeader("X-Correlation-Id", equalTo("corr-1")));
    SERVER.verify(
        getRequestedFor(urlEqualTo("/read")).withHeader("X-Correlation-Id", equalTo("corr-1")));
  }

  @Test
  void keepsACorrelationIdOutOfTheHeadersThatWouldSplitThem() {
    token("t");
    answers(okJson("{}"), okJson("{}"));

    chain(Surroundings.correlated("a\r\nX-Admin: yes"), List.of()).send(read());

    SERVER.verify(
        getRequestedFor(urlEqualTo("/read"))
            .withHeader("X-Correlation-Id", absent())
            .withHeader("X-Admin", absent()));
  }

  @Test
  void measuresOneCallHoweverManyAttemptsItTakes() {
    token("t");
    answers(aResponse().withStatus(500), okJson("{}"));
    CallSurroundings around = Surroundings.calm();

    chain(around, List.of(Duration.ZERO)).send(read());

    assertThat(around.meters().get("upstream.calls").tag("outcome", "ok").timer().count())
        .isEqualTo(1);
    assertThat(around.meters().get("upstream.attempts").timer().count()).isEqualTo(2);
  }

  /// The JDK's client repeats a GET by itself; see the package's description.
  @Test
  void tellsWhoeverAccountsForItHowManyCallsAndAttemptsItTook() {
    token("t");
    answers(okJson("{\"cut\": "), okJson("{}"));
    var tally = new CallTally();

    tally.get(() -> chain(Surroundings.calm(), List.of(Duration.ZERO)).send(read()));

    assertThat(tally.figures()).isEqualTo(new CallTally.Figures(1, 2, 0, "CLOSED", null));
  }

  @Test
  void asksTwiceAtTheMostPerAttemptWhenConnectionsBreakBeforeAnAnswer() {
    token("t");
    ResponseDefinitionBuilder nothing = aResponse().withFault(Fault.EMPTY_RESPONSE);
    answers(nothing, nothing);
    CallSurroundings around = Surroundings.calm();

    assertFails(
        () -> chain(around, List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO)).send(read()),
        ErrorType.NETWORK,
        "CONNECTION_LOST");

    assertThat(around.meters().get("upstream.attempts").timer().count()).isEqualTo(4);
    SERVER.verify(8, getRequestedFor(urlEqualTo("/read")));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void sendsAQueryThatIsAPostOncePerAttemptHoweverConnectionsBreak(Fault fault) {
    token("t");
    SERVER.stubFor(post("/query").willReturn(aResponse().withFault(fault)));
    var query =
        UpstreamRequest.json("query", "POST", URI.create("/query"), "{}".getBytes(UTF_8), true);

    assertFails(
        () ->
            chain(Surroundings.calm(), List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO))
                .send(query),
        ErrorType.NETWORK,
        "CONNECTION_LOST");

    SERVER.verify(4, postRequestedFor(urlEqualTo("/query")));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void sendsAWriteOnceHoweverItsConnectionBreaks(Fault fault) {
    token("t");
    SERVER.stubFor(post("/write").willReturn(aResponse().withFault(fault)));
    var write =
        UpstreamRequest.json("write", "POST", URI.create("/write"), "{}".getBytes(UTF_8), false);

    assertFails(
        () -> chain(Surroundings.calm(), List.of(Duration.ZERO)).send(write),
        ErrorType.INDETERMINATE,
        "RESPONSE_LOST");

    SERVER.verify(1, postRequestedFor(urlEqualTo("/write")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void refusesAWriteThatTheWireMightRepeat(String method) {
    assertThatThrownBy(
            () -> UpstreamRequest.json("write", method, URI.create("/write"), new byte[0], false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write");
  }

  private static void token(String token) {
    SERVER.stubFor(post("/token").willReturn(okJson("{\"token\": \"%s\"}".formatted(token))));
  }

  private static void answers(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
    SERVER.stubFor(
        get(anyUrl())
            .inScenario("read")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(first)
            .willSetStateTo("asked"));
    SERVER.stubFor(get(anyUrl()).inScenario("read").whenScenarioStateIs("asked").willReturn(then));
  }

  private Upstream chain(CallSurroundings around, List<Duration> delays) {
    var limits =
        new UpstreamLimits(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            DataSize.ofMegabytes(1),
            5,
            Duration.ofSeconds(1),
            new UpstreamLimits.Retries(delays, Duration.ofSeconds(1)),
            UpstreamLimits.Breaker.standard());
    Upstream wire = UpstreamChain.wire("crm", limits, around);
    Upstream authority = UpstreamChain.forTokens("crm", wire, failures, limits, around);
    var count = new AtomicInteger();
    TokenSource tokens =
        () -> {
          var form =
              UpstreamRequest.form(
                  "token", URI.create(SERVER.baseUrl() + "/token"), Map.of("a b", "c&d"));
          var answer = new JsonAnswers("Acme CRM", JsonMapper.shared()).tree(authority.send(form));
          return AccessToken.bearer(
              answer.get("token").asString() + count.incrementAndGet(),
              null,
              URI.create(SERVER.baseUrl()));
        };
    return UpstreamChain.assemble(
        "crm", wire, tokens, failures, UnaryOperator.identity(), limits, around);
  }

  private static UpstreamRequest read() {
    return UpstreamRequest.get("read", URI.create("/read"));
  }
}
