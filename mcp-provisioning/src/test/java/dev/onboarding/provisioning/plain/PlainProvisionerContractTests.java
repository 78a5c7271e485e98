package dev.onboarding.provisioning.plain;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.onboarding.connector.Bookkeeping;
import dev.onboarding.connector.CallSurroundings;
import dev.onboarding.connector.UpstreamLimits;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.provisioning.provisioner.InstanceState;
import dev.onboarding.provisioning.provisioner.Provisioner;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is sent to a plain provisioner, and what its answers are taken for.
class PlainProvisionerContractTests {

  private static final UUID TENANT = UUID.fromString("0e4f8f6a-59f5-5a3c-8f0a-111111111111");
  private static final WireMockServer STUB =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  private final Provisioner provisioner = provisioner();

  static {
    STUB.start();
  }

  @AfterAll
  static void stop() {
    STUB.stop();
  }

  @BeforeEach
  void forget() {
    STUB.resetAll();
  }

  @Test
  void ordersATenantUnderOurIdWithAKey() {
    answers(201, "{\"state\": \"ready\", \"login_url\": \"https://acme.example/login\"}");

    InstanceState state =
        provisioner.provision(
            TENANT, "enterprise", Map.of("platform", "onboarding"), Map.of("tier", "ENTERPRISE"));

    assertThat(state).isEqualTo(new InstanceState.Ready("https://acme.example/login"));
    STUB.verify(
        postRequestedFor(urlPathEqualTo("/saas/tenants"))
            .withHeader("Idempotency-Key", equalTo("create-" + TENANT))
            .withBasicAuth(new BasicCredentials("onboarding", "secret"))
            .withRequestBody(
                equalToJson("{\"tenant_id\":\"%s\",\"tier\":\"ENTERPRISE\"}".formatted(TENANT))));
  }

  @Test
  void asksTheStatusAddressForWhatTakesLonger() {
    answers(202, "{\"state\": \"in_progress\", \"status_url\": \"/jobs/7\"}");
    InstanceState begun = provisioner.provision(TENANT, "growth", Map.of(), Map.of());
    String operation = ((InstanceState.InProgress) begun).operation();
    answers(200, "{\"state\": \"failed\", \"reason\": \"No capacity.\"}");

    InstanceState ended = provisioner.lastOperation(TENANT, "growth", operation);

    assertThat(ended).isEqualTo(new InstanceState.Failed("No capacity"));
    STUB.verify(getRequestedFor(urlPathEqualTo("/saas/jobs/7")));
  }

  @Test
  void asksTheTenantItselfWhereNoStatusAddressIsNamed() {
    answers(202, "{\"state\": \"in_progress\"}");

    InstanceState begun = provisioner.provision(TENANT, "growth", Map.of(), Map.of());
    provisioner.lastOperation(TENANT, "growth", ((InstanceState.InProgress) begun).operation());

    STUB.verify(getRequestedFor(urlPathEqualTo("/saas/tenants/" + TENANT)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/jobs/7",
        "//evil.example/jobs/7",
        "http://127.0.0.1:1/jobs/7",
        "http://user@127.0.0.1/jobs/7",
        "file:///etc/passwd",
        "not an address"
      })
  void sendsNoCredentialsToAForeignStatusAddress(String address) {
    answers(202, "{\"state\": \"in_progress\", \"status_url\": \"%s\"}".formatted(address));

    Failure failure = failure(() -> provisioner.provision(TENANT, "x", Map.of(), Map.of()));

    assertThat(failure.errorCode()).isEqualTo("FOREIGN_STATUS_ADDRESS");
    assertThat(failure.message()).doesNotContain("evil");
  }

  @Test
  void findsWhatBecameOfALostOrder() {
    answers(200, "{\"state\": \"suspended\", \"login_url\": \"https://acme.example\"}");
    assertThat(provisioner.lookUp(TENANT, "x"))
        .isEqualTo(new InstanceState.Ready("https://acme.example"));

    answers(404, "{\"code\": \"not_found\"}");
    assertThat(provisioner.lookUp(TENANT, "x")).isEqualTo(new InstanceState.Absent());
  }

  @Test
  void issuesTheSameCredentialsUnderTheSameKey() {
    answers(201, "{\"credentials\": {\"api_key\": \"k\"}}");
    UUID binding = UUID.randomUUID();

    assertThat(provisioner.bind(TENANT, binding, "x").path("api_key").asString()).isEqualTo("k");

    STUB.verify(
        postRequestedFor(urlPathEqualTo("/saas/tenants/" + TENANT + "/credentials"))
            .withHeader("Idempotency-Key", equalTo("credentials-" + binding)));
  }

  @Test
  void asksAgainWithTheSameKeyAfterALostAnswer() {
    STUB.stubFor(
        any(anyUrl())
            .inScenario("lost")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(aResponse().withStatus(503))
            .willSetStateTo("well"));
    STUB.stubFor(
        any(anyUrl())
            .inScenario("lost")
            .whenScenarioStateIs("well")
            .willReturn(aResponse().withStatus(201).withBody("{\"state\": \"ready\"}")));

    assertThat(provisioner.provision(TENANT, "x", Map.of(), Map.of()))
        .isEqualTo(new InstanceState.Ready(null));

    STUB.verify(
        2,
        postRequestedFor(urlPathEqualTo("/saas/tenants"))
            .withHeader("Idempotency-Key", equalTo("create-" + TENANT)));
  }

  @ParameterizedTest
  @CsvSource({
    "400, VALIDATION, unknown_tier, 1",
    "409, SERVER_ERROR, busy, 4",
    "422, VALIDATION, idempotency_key_reused, 1",
    "429, RATE_LIMIT, , 4",
    "500, SERVER_ERROR, , 4",
    "401, AUTHENTICATION, , 1",
    "404, VALIDATION, , 1",
  })
  void readsRefusalsByTheirCode(int status, ErrorType type, String code, int attempts) {
    answers(status, code == null ? "" : "{\"code\": \"%s\", \"detail\": \"d\"}".formatted(code));

    Failure failure = failure(() -> provisioner.provision(TENANT, "x", Map.of(), Map.of()));

    assertThat(failure.errorType()).isEqualTo(type);
    if (code != null) {
      assertThat(failure.errorCode()).isEqualTo(code);
    }
    STUB.verify(attempts, postRequestedFor(urlPathEqualTo("/saas/tenants")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"state\": \"done\"}", "<html>"})
  void takesNoAnswerThatItCannotRead(String body) {
    answers(200, body);

    assertThat(failure(() -> provisioner.lookUp(TENANT, "x")).errorCode())
        .isEqualTo("UNREADABLE_ANSWER");
  }

  private static void answers(int status, String body) {
    STUB.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/json")
                    .withBody(body)));
  }

  private static Failure failure(ThrowingCallable call) {
    FailureException failed = catchThrowableOfType(FailureException.class, call);
    assertThat(failed).isNotNull();
    return failed.failure();
  }

  private static Provisioner provisioner() {
    UpstreamLimits usual = UpstreamLimits.standard();
    var quick =
        new UpstreamLimits(
            usual.connectTimeout(),
            usual.requestTimeout(),
            usual.largestAnswer(),
            usual.permits(),
            usual.permitWait(),
            new UpstreamLimits.Retries(
                List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO), Duration.ofSeconds(1)),
            usual.breaker());
    return PlainAccess.provisioner(
        new PlainProperties(
            URI.create(STUB.baseUrl() + "/saas/"), "onboarding", new Secret("secret"), "", quick),
        EdgeJson.mapper(),
        Clock.systemUTC(),
        CallSurroundings.ofCurrentCall(
            Clock.systemUTC(), new SimpleMeterRegistry(), Bookkeeping.NONE));
  }
}
