package dev.onboarding.connector;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static dev.onboarding.connector.FailureAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.onboarding.model.ErrorType;
import dev.onboarding.testkit.SettableClock;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

class HttpWireContractTests {

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @Test
  void answersWithStatusLowerCaseHeadersAndBody() {
    SERVER.stubFor(
        get(urlEqualTo("/x"))
            .willReturn(
                aResponse().withStatus(418).withHeader("Sforce-Limit-Info", "a").withBody("tea")));

    UpstreamResponse response = wire().send(read("/x"));

    assertThat(response.status()).isEqualTo(418);
    assertThat(response.headers()).containsEntry("sforce-limit-info", "a");
    assertThat(response.text()).isEqualTo("tea");
  }

  @Test
  void followsNoRedirect() {
    SERVER.stubFor(
        get(urlEqualTo("/x"))
            .willReturn(aResponse().withStatus(302).withHeader("Location", "/elsewhere")));

    assertThat(wire().send(read("/x")).status()).isEqualTo(302);

    SERVER.verify(0, getRequestedFor(urlEqualTo("/elsewhere")));
  }

  @Test
  void namesARefusedConnection() throws Exception {
    int unused;
    try (var socket = new ServerSocket(0)) {
      unused = socket.getLocalPort();
    }
    var request = UpstreamRequest.get("read", URI.create("http://127.0.0.1:" + unused + "/"));

    var failed = assertFails(() -> wire().send(request), ErrorType.NETWORK, "CONNECTION_REFUSED");

    assertThat(failed.failure().httpStatus()).isNull();
    assertThat(failed.failure().owner()).isEqualTo("IT/DevOps");
  }

  @Test
  void namesAnUnknownHost() {
    var request = UpstreamRequest.get("read", URI.create("http://no-such-host.invalid/"));

    assertFails(() -> wire().send(request), ErrorType.NETWORK, "UNKNOWN_HOST");
  }

  /// A listening socket whose queue is full drops further connection requests, as a dead host does.
  @Test
  void namesAConnectionThatIsNotMadeInTime() throws Exception {
    try (var full = new ServerSocket(0, 1);
        var _ = new java.net.Socket("127.0.0.1", full.getLocalPort());
        var _ = new java.net.Socket("127.0.0.1", full.getLocalPort())) {
      var request =
          UpstreamRequest.get("read", URI.create("http://127.0.0.1:" + full.getLocalPort()));

      assertFails(() -> wire().send(request), ErrorType.NETWORK, "CONNECT_TIMEOUT");
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void knowsNothingAboutAWriteWhoseAnswerWasCutOff(Fault fault) {
    SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));

    assertFails(() -> wire().send(write("/x")), ErrorType.INDETERMINATE, "RESPONSE_LOST");
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void callsACutOffReadANetworkFailure(Fault fault) {
    SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));

    assertFails(() -> wire().send(read("/x")), ErrorType.NETWORK, "CONNECTION_LOST");
  }

  @Test
  void endsABodyThatDrips() {
    SERVER.stubFor(
        any(anyUrl())
            .willReturn(aResponse().withBody("x".repeat(100)).withChunkedDribbleDelay(50, 20_000)));

    assertFails(() -> wire().send(read("/x")), ErrorType.NETWORK, "RESPONSE_TIMEOUT");
    assertFails(() -> wire().send(write("/x")), ErrorType.INDETERMINATE, "RESPONSE_LOST");
  }

  @Test
  void readsNoAnswerLargerThanAccepted() {
    SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("x".repeat(2000))));

    assertFails(() -> wire().send(read("/x")), ErrorType.SERVER_ERROR, "ANSWER_TOO_LARGE");
  }

  @Test
  void sendsNothingAfterTheDeadline() {
    SERVER.stubFor(any(anyUrl()).willReturn(aResponse()));
    var clock = SettableClock.at(Surroundings.NOW);
    CallSurroundings late = Surroundings.endingIn(clock, Duration.ofSeconds(5));
    clock.advance(Duration.ofSeconds(6));

    assertFails(
        () -> new HttpWire("crm", limits(), late).send(write("/x")),
        ErrorType.NETWORK,
        "DEADLINE_PASSED");

    assertThat(SERVER.getAllServeEvents()).isEmpty();
  }

  @Test
  void waitsNoLongerThanTheDeadline() {
    SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(20_000)));
    var clock = SettableClock.at(Surroundings.NOW);

    assertFails(
        () ->
            new HttpWire("crm", limits(), Surroundings.endingIn(clock, Duration.ofMillis(100)))
                .send(read("/x")),
        ErrorType.NETWORK,
        "DEADLINE_PASSED");
  }

  private static Upstream wire() {
    return new HttpWire("crm", limits(), Surroundings.calm());
  }

  private static UpstreamLimits limits() {
    return new UpstreamLimits(
        Duration.ofMillis(300),
        Duration.ofMillis(400),
        DataSize.ofBytes(1000),
        5,
        Duration.ZERO,
        UpstreamLimits.Retries.standard(),
        UpstreamLimits.Breaker.standard());
  }

  private static UpstreamRequest read(String path) {
    return UpstreamRequest.get("read", URI.create(SERVER.baseUrl() + path));
  }

  private static UpstreamRequest write(String path) {
    return UpstreamRequest.json(
        "write", "POST", URI.create(SERVER.baseUrl() + path), new byte[0], false);
  }
}
