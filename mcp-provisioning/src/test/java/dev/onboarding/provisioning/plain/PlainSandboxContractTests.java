package dev.onboarding.provisioning.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onboarding.connector.Bookkeeping;
import dev.onboarding.connector.CallSurroundings;
import dev.onboarding.connector.UpstreamLimits;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.provisioning.provisioner.InstanceState;
import dev.onboarding.provisioning.provisioner.Provisioner;
import dev.onboarding.sandbox.Sandbox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Our side against a provisioner that was written from the contract.
class PlainSandboxContractTests {

  private static Sandbox sandbox;
  private static Provisioner provisioner;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(0, 0);
    provisioner =
        PlainAccess.provisioner(
            new PlainProperties(
                URI.create(sandbox.baseUrl() + "/provisioner"),
                "sandbox-broker",
                new Secret("sandbox-broker-secret"),
                "",
                UpstreamLimits.standard()),
            EdgeJson.mapper(),
            Clock.systemUTC(),
            CallSurroundings.ofCurrentCall(
                Clock.systemUTC(), new SimpleMeterRegistry(), Bookkeeping.NONE));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void makesATenantOnceHoweverOftenItIsOrdered() {
    UUID tenant = UUID.randomUUID();

    InstanceState first = provisioner.provision(tenant, "growth", Map.of(), order("Acme"));
    InstanceState again = provisioner.provision(tenant, "growth", Map.of(), order("Acme"));

    assertThat(first).isInstanceOf(InstanceState.Ready.class).isEqualTo(again);
    assertThat(provisioner.lookUp(tenant, "growth")).isEqualTo(first);
    var reused =
        catchThrowableOfType(
            FailureException.class,
            () -> provisioner.provision(tenant, "growth", Map.of(), order("Other")));
    assertThat(reused.failure().errorCode()).isEqualTo("idempotency_key_reused");
  }

  @Test
  void issuesTheSameCredentialsAgainAndSuspends() {
    UUID tenant = UUID.randomUUID();
    UUID binding = UUID.randomUUID();
    provisioner.provision(tenant, "growth", Map.of(), order("Acme"));

    JsonNode issued = provisioner.bind(tenant, binding, "growth");

    assertThat(issued.path("api_key").asString()).startsWith("key_");
    assertThat(provisioner.bind(tenant, binding, "growth")).isEqualTo(issued);
    assertThat(provisioner.suspend(tenant, "growth")).isInstanceOf(InstanceState.Ready.class);
  }

  @Test
  void followsWhatTakesLongerAndOrdersAgainWhatFailed() throws Exception {
    tell("PLAIN-LATE", "{\"provisioner\": {\"async\": true, \"polls\": 1, \"fails\": true}}");
    UUID tenant = UUID.randomUUID();

    InstanceState begun = provisioner.provision(tenant, "growth", Map.of(), order("PLAIN-LATE"));
    String operation = ((InstanceState.InProgress) begun).operation();

    assertThat(operation).contains("/operations/");
    assertThat(provisioner.lastOperation(tenant, "growth", operation))
        .isInstanceOf(InstanceState.InProgress.class);
    assertThat(provisioner.lastOperation(tenant, "growth", operation))
        .isInstanceOf(InstanceState.Failed.class);
    provisioner.remove(tenant, "growth");
    assertThat(provisioner.lookUp(tenant, "growth")).isEqualTo(new InstanceState.Absent());
    assertThat(provisioner.provision(tenant, "growth", Map.of(), order("PLAIN-LATE")))
        .isInstanceOf(InstanceState.InProgress.class);
  }

  private static Map<String, Object> order(String account) {
    return Map.of("account_id", account, "account_name", account, "tier", "GROWTH");
  }

  private static void tell(String key, String story) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/accounts/" + key))
              .PUT(BodyPublishers.ofString(story))
              .build();
      assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isBetween(200, 204);
    }
  }
}
