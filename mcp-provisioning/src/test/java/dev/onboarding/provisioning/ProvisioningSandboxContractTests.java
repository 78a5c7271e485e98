package dev.onboarding.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.AccountReference;
import dev.onboarding.provisioning.decision.DecidedOrder;
import dev.onboarding.sandbox.Sandbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole server against a broker that was written by others from the specification.
class ProvisioningSandboxContractTests {

  private static final String ACCOUNT = new AccountReference("001A000001LkPqs").value();

  private static Sandbox sandbox;
  private static ProvisioningServer server;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(0, 0);
    server =
        new ProvisioningServer(
            URI.create(sandbox.baseUrl() + "/provisioner"),
            "sandbox-broker",
            "sandbox-broker-secret");
  }

  @AfterAll
  static void stop() {
    server.close();
    sandbox.close();
  }

  @BeforeEach
  void clear() throws Exception {
    control("DELETE", "/inspect/provisioner", "");
    server.database().sql("TRUNCATE provisioning.tenants CASCADE").update();
    server.database().sql("TRUNCATE provisioning.recorded_answers").update();
  }

  @Test
  void makesOneTenantWhenTwentyCallersAskAtOnce() throws Exception {
    List<JsonNode> answers;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers =
          IntStream.range(0, 20)
              .mapToObj(
                  n -> CompletableFuture.supplyAsync(() -> created(ACCOUNT, "key-" + n), threads))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
    }

    assertThat(answers)
        .extracting(answer -> answer.at("/tenant_id").asString())
        .hasSize(20)
        .containsOnly(answers.getFirst().at("/tenant_id").asString());
    assertThat(answers)
        .extracting(answer -> answer.at("/status").asString())
        .containsOnly("ACTIVE");
    JsonNode effects = inspected().at("/effects");
    assertThat(effects.size()).isEqualTo(1);
    assertThat(effects.at("/0/plan").asString()).isEqualTo("growth");
    assertThat(effects.at("/0/parameters/entitlements/api_calls_per_minute").asInt())
        .isEqualTo(5_000);
  }

  @Test
  void issuesTheCredentialsOfTheBindingAndSuspends() throws Exception {
    String tenant = created(ACCOUNT, "t1").at("/tenant_id").asString();

    JsonNode link =
        server.call(
            "provision_issue_credentials",
            Map.of(
                "tenant_id",
                tenant,
                "decision",
                server.decision(DecidedOrder.credentials(ACCOUNT, UUID.fromString(tenant))),
                "idempotency_key",
                "i1"));
    String address = link.at("/one_time_link").asString();
    String path = address.substring(address.indexOf("/credentials/"));
    String shown = server.browse("POST", path).body();
    String apiKey = inspected().at("/effects/0/bindings/0/credentials/api_key").asString();
    assertThat(apiKey).startsWith("key_");
    assertThat(shown).contains(apiKey);
    assertThat(link.toString()).doesNotContain(apiKey);

    JsonNode suspended =
        server.call(
            "provision_suspend_tenant",
            Map.of(
                "tenant_id",
                tenant,
                "reason",
                "not paid",
                "decision",
                server.decision(DecidedOrder.suspension(ACCOUNT, UUID.fromString(tenant))),
                "idempotency_key",
                "s1"));
    assertThat(suspended.at("/status").asString()).isEqualTo("SUSPENDED");
    assertThat(inspected().at("/effects/0/suspended").asBoolean()).isTrue();
  }

  @Test
  void followsATenantThatTakesItsTime() throws Exception {
    String account =
        told("SLOW-1", "{\"provisioner\":{\"async\":true,\"polls\":1,\"fails\":false}}");

    JsonNode begun = created(account, "t1");
    assertThat(begun.at("/status").asString()).isEqualTo("PROVISIONING");
    assertThat(read(account).at("/status").asString()).isEqualTo("PROVISIONING");
    JsonNode done = read(account);

    assertThat(done.at("/status").asString()).isEqualTo("ACTIVE");
    assertThat(done.at("/login_url").asString()).endsWith(done.at("/tenant_id").asString());
    assertThat(created(account, "t1")).isEqualTo(done);
  }

  @Test
  void ordersAgainWhatFailed() throws Exception {
    String account = told("BAD-1", "{\"provisioner\":{\"async\":true,\"polls\":0,\"fails\":true}}");
    created(account, "t1");
    JsonNode failed = read(account);
    assertThat(failed.at("/status").asString()).isEqualTo("FAILED");
    assertThat(failed.at("/status_reason").asString()).contains("no capacity");

    told("BAD-1", "{\"provisioner\":{\"async\":false,\"polls\":0,\"fails\":false}}");

    assertThat(created(account, "t1").at("/status").asString()).isEqualTo("ACTIVE");
    assertThat(inspected().at("/effects").size()).isEqualTo(1);
  }

  /// Tells a story of an account and gives its Salesforce id.
  private static String told(String key, String story) throws Exception {
    JsonNode account = new JsonMapper().readTree(control("PUT", "/accounts/" + key, story));
    return account.at("/ids/salesforce_account_id").asString();
  }

  private static JsonNode read(String account) throws Exception {
    return server.call("provision_get_tenant", Map.of("account_id", account));
  }

  private static JsonNode created(String account, String key) {
    try {
      return server.call(
          "provision_create_tenant",
          Map.of(
              "account_id",
              account,
              "account_name",
              "Somebody",
              "tier",
              "GROWTH",
              "environment",
              "production",
              "decision",
              server.decision(DecidedOrder.creation(account, "GROWTH", "production")),
              "idempotency_key",
              key));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode inspected() throws Exception {
    return new JsonMapper().readTree(control("GET", "/inspect/provisioner", ""));
  }

  private static String control(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    return response.body();
  }
}
