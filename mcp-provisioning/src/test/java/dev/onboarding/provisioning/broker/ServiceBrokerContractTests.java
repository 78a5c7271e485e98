package dev.onboarding.provisioning.broker;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.onboarding.provisioning.support.StubBroker.cut;
import static dev.onboarding.provisioning.support.StubBroker.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onboarding.model.CallContext;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.provisioner.InstanceState;
import dev.onboarding.provisioning.provisioner.Provisioner;
import dev.onboarding.provisioning.support.StubBroker;
import dev.onboarding.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is sent to a broker, and what its answers are taken for.
class ServiceBrokerContractTests {

  private static final UUID TENANT = UUID.fromString("0e4f8f6a-59f5-5a3c-8f0a-111111111111");
  private static final String PATH = "/provisioner/v2/service_instances/" + TENANT;

  private final SettableClock clock = SettableClock.at(Instant.parse("2030-05-06T07:08:09Z"));
  private final StubBroker stub = StubBroker.started().provisionsAtOnce();
  private final Provisioner broker = TestBroker.at(stub.baseUrl(), clock);

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void asksForAnInstanceOfThePlanUnderOurId() {
    InstanceState state =
        broker.provision(
            TENANT, "enterprise", Map.of("platform", "onboarding"), Map.of("tier", "X"));

    assertThat(state).isEqualTo(new InstanceState.Ready("https://acme.example/login"));
    stub.server()
        .verify(
            putRequestedFor(urlPathEqualTo(PATH))
                .withQueryParam("accepts_incomplete", equalTo("true"))
                .withHeader("X-Broker-API-Version", equalTo("2.17"))
                .withBasicAuth(
                    new com.github.tomakehurst.wiremock.client.BasicCredentials(
                        "sandbox-broker", "sandbox-broker-secret"))
                .withRequestBody(
                    equalToJson(
                        """
                        {"service_id":"svc-id","plan_id":"plan-e",
                         "organization_guid":"%1$s","space_guid":"%1$s",
                         "context":{"platform":"onboarding"},"parameters":{"tier":"X"}}
                        """
                            .formatted(TENANT))));
  }

  @Test
  void saysOnWhoseBehalfItAsks() {
    var context = new CallContext("run-7", "corr-7", "coordinator", null);

    context.run(() -> broker.provision(TENANT, "growth", Map.of(), Map.of()));

    String identity = identity("{\"run\":\"run-7\",\"caller\":\"coordinator\"}");
    stub.server()
        .verify(
            putRequestedFor(urlPathEqualTo(PATH))
                .withHeader("X-Correlation-Id", equalTo("corr-7"))
                .withHeader("X-Broker-API-Originating-Identity", equalTo(identity)));
  }

  private static String identity(String json) {
    return "onboarding " + Base64.getEncoder().encodeToString(json.getBytes());
  }

  @Test
  void readsTheCatalogOnceInAWhile() {
    broker.provision(TENANT, "growth", Map.of(), Map.of());
    broker.provision(TENANT, "starter", Map.of(), Map.of());
    assertThat(stub.catalogReads()).isEqualTo(1);

    clock.advance(Duration.ofMinutes(11));
    broker.provision(TENANT, "growth", Map.of(), Map.of());
    assertThat(stub.catalogReads()).isEqualTo(2);
  }

  @Test
  void namesThePlansThereAreWhenOneIsMissing() {
    assertThat(failure(() -> broker.lookUp(TENANT, "gold")).message())
        .contains("gold", "enterprise", "growth", "starter");
  }

  @Test
  void pollsTheOperationItWasGiven() {
    stub.provisionsLater().lastOperation("in progress");

    InstanceState begun = broker.provision(TENANT, "starter", Map.of(), Map.of());
    InstanceState polled = broker.lastOperation(TENANT, "starter", "op 1");

    assertThat(begun).isEqualTo(new InstanceState.InProgress("op 1", null));
    assertThat(polled).isEqualTo(new InstanceState.InProgress("op 1", null));
    stub.server()
        .verify(
            getRequestedFor(urlPathEqualTo(PATH + "/last_operation"))
                .withQueryParam("operation", equalTo("op 1"))
                .withQueryParam("service_id", equalTo("svc-id"))
                .withQueryParam("plan_id", equalTo("plan-s")));
  }

  @Test
  void tellsTheEndsOfAnOperationApart() {
    stub.lastOperation("succeeded");
    assertThat(broker.lastOperation(TENANT, "starter", null))
        .isEqualTo(new InstanceState.Ready(null));

    stub.lastOperation("failed");
    assertThat(broker.lastOperation(TENANT, "starter", null))
        .isEqualTo(new InstanceState.Failed("no room"));

    stub.onPoll(json(410, "{}"));
    assertThat(broker.lastOperation(TENANT, "starter", null)).isEqualTo(new InstanceState.Absent());

    stub.lastOperation("dreaming");
    assertThat(failure(() -> broker.lastOperation(TENANT, "starter", null)).errorCode())
        .isEqualTo("UNREADABLE_ANSWER");
  }

  @Test
  void looksAnInstanceUpAndThenItsOperation() {
    stub.onGet(json(200, "{\"dashboard_url\":\"https://x.example\"}"));
    assertThat(broker.lookUp(TENANT, "starter"))
        .isEqualTo(new InstanceState.Ready("https://x.example"));

    stub.onGet(json(404, "{}")).lastOperation("in progress");
    assertThat(broker.lookUp(TENANT, "starter"))
        .isEqualTo(new InstanceState.InProgress(null, null));

    stub.onPoll(json(404, "{}"));
    assertThat(broker.lookUp(TENANT, "starter")).isEqualTo(new InstanceState.Absent());
  }

  @Test
  void suspendsByAParameter() {
    stub.onPatch(json(200, "{}"));

    broker.suspend(TENANT, "growth");

    stub.server()
        .verify(
            patchRequestedFor(urlPathEqualTo(PATH))
                .withRequestBody(
                    equalToJson(
                        "{\"service_id\":\"svc-id\",\"parameters\":{\"suspended\":true}}")));
  }

  @ParameterizedTest
  @CsvSource({
    "400, BadRequest,       validation,     BadRequest",
    "401, ,                 authentication, UNAUTHORIZED",
    "403, ,                 authorization,  FORBIDDEN",
    "409, ,                 validation,     HTTP_409",
    "412, ,                 validation,     HTTP_412",
    "422, AsyncRequired,    validation,     AsyncRequired",
    "422, ConcurrencyError, server_error,   ConcurrencyError",
    "429, ,                 rate_limit,     TOO_MANY_REQUESTS",
    "500, ,                 server_error,   SERVER_ERROR",
    "503, ,                 server_error,   SERVER_ERROR",
  })
  void givesEveryRefusalItsKind(int status, String error, String type, String code) {
    String body =
        error == null ? "{}" : "{\"error\":\"%s\",\"description\":\"because so\"}".formatted(error);
    stub.onPut(json(status, body));

    Failure failure = failure(() -> broker.provision(TENANT, "growth", Map.of(), Map.of()));

    assertThat(failure.errorType()).hasToString(type);
    assertThat(failure.errorCode()).isEqualTo(code);
    assertThat(failure.httpStatus()).isEqualTo(status);
    if (error != null) {
      assertThat(failure.message()).contains("because so");
    }
  }

  @Test
  void triesAgainWhatPassesByItselfAndNothingElse() {
    stub.onPut(json(503, "{}"));
    failure(() -> broker.provision(TENANT, "growth", Map.of(), Map.of()));
    assertThat(stub.puts()).isEqualTo(4);

    stub.server().resetRequests();
    stub.onPut(json(400, "{}"));
    failure(() -> broker.provision(TENANT, "growth", Map.of(), Map.of()));
    assertThat(stub.puts()).isEqualTo(1);
  }

  @Test
  void takesGarbageAndACutConnectionForFailures() {
    stub.onPut(aResponse().withStatus(201).withBody("<html>surprise"));
    assertThat(failure(() -> broker.provision(TENANT, "growth", Map.of(), Map.of())).errorCode())
        .isEqualTo("UNREADABLE_ANSWER");

    stub.onPut(cut());
    assertThat(failure(() -> broker.provision(TENANT, "growth", Map.of(), Map.of())).errorType())
        .hasToString("network");
  }

  @Test
  void neverShowsCredentialsInAFailure() {
    stub.bindsWithApiKey();
    assertThat(broker.bind(TENANT, UUID.randomUUID(), "growth").at("/api_key").asString())
        .isEqualTo(StubBroker.API_KEY);

    stub.answersEverythingWith(json(201, "{\"credentials\":\"" + StubBroker.API_KEY + "\", x}"));
    Failure failure = failure(() -> broker.bind(TENANT, UUID.randomUUID(), "growth"));
    assertThat(failure.toString()).doesNotContain(StubBroker.API_KEY);
  }

  private static Failure failure(Runnable call) {
    FailureException thrown = catchThrowableOfType(FailureException.class, call::run);
    assertThat(thrown).isNotNull();
    return thrown.failure();
  }
}
