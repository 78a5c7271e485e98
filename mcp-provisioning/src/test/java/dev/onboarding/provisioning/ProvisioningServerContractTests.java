package dev.onboarding.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.provisioning.decision.DecidedOrder;
import dev.onboarding.provisioning.support.StubBroker;
import dev.onboarding.testkit.ToolContract;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What callers and customers see of the whole server on the wire.
class ProvisioningServerContractTests {

  private static final String ACCOUNT = "001A000001LkPqzIAF";

  private static StubBroker broker;
  private static ProvisioningServer server;

  @BeforeAll
  static void start() {
    broker = StubBroker.started().provisionsAtOnce().bindsWithApiKey();
    server = new ProvisioningServer(broker.baseUrl(), "sandbox-broker", "sandbox-broker-secret");
  }

  @AfterAll
  static void stop() {
    server.close();
    broker.close();
  }

  @Test
  void listsTheToolsOfItsContract() throws Exception {
    ToolContract.assertMatches(server.address("/mcp"), Path.of("contract/tools.json"));
  }

  @Test
  void takesACustomerFromDecisionToFirstLogin() throws Exception {
    JsonNode tenant = createTenant(ACCOUNT, server.decision(creation(ACCOUNT)));
    assertThat(tenant.at("/status").asString()).isEqualTo("ACTIVE");
    assertThat(tenant.at("/entitlements/api_calls_per_minute").asInt()).isEqualTo(10_000);
    String id = tenant.at("/tenant_id").asString();

    JsonNode link =
        server.call(
            "provision_issue_credentials",
            Map.of(
                "tenant_id",
                id,
                "decision",
                server.decision(DecidedOrder.credentials(ACCOUNT, UUID.fromString(id))),
                "idempotency_key",
                "i1"));
    JsonNode unproven =
        server.call(
            "provision_issue_credentials", Map.of("tenant_id", id, "idempotency_key", "i1"));
    assertThat(unproven.at("/error_code").asString()).isEqualTo("DECISION_REQUIRED");
    JsonNode checklist =
        server.call(
            "tasks_create_checklist",
            Map.of(
                "tenant_id", id,
                "account_id", ACCOUNT,
                "tier", "ENTERPRISE",
                "start_date", "2030-05-06",
                "time_zone", "Europe/Berlin",
                "idempotency_key", "c1"));
    assertThat(checklist.at("/tasks").size()).isEqualTo(14);
    assertThat(checklist.at("/tasks/1/status").asString()).isEqualTo("COMPLETED");
    assertThat(checklist.at("/tasks/13/owner").asString()).isEqualTo("milestone");
    assertThat(checklist.at("/tasks/13/due_date").asString()).isEqualTo("2030-06-20");

    JsonNode refused = complete(id, "onboarding_complete");
    JsonNode unwitnessed = complete(id, "send_welcome_email");
    var order = DecidedOrder.completion(ACCOUNT, UUID.fromString(id), "send_welcome_email");
    JsonNode welcomed =
        server.call(
            "tasks_complete",
            Map.of(
                "tenant_id", id,
                "code", "send_welcome_email",
                "completed_by", "system",
                "decision", server.decision(order),
                "idempotency_key", "w1"));
    assertThat(unwitnessed.at("/error_type").asString()).isEqualTo("authorization");
    assertThat(unwitnessed.at("/error_code").asString()).isEqualTo("DECISION_REQUIRED");
    assertThat(refused.at("/error_code").asString()).isEqualTo("DEPENDENCY_OPEN");
    assertThat(welcomed.at("/status").asString()).isEqualTo("COMPLETED");

    String address = link.at("/one_time_link").asString();
    assertThat(address).startsWith("https://start.example/welcome/credentials/");
    String path = address.substring(address.indexOf("/credentials/"));
    assertThat(GuardedPage.checked(server.browse("GET", path), 200).body()).contains("<button");
    GuardedPage.checked(server.browse("HEAD", path), 200);
    assertThat(GuardedPage.checked(server.browse("POST", path), 200).body()).contains("key-4f1c");
    GuardedPage.checked(server.browse("POST", path), 410);
    GuardedPage.checked(server.browse("GET", path), 410);
    assertThat(auditRows()).doesNotContain("key-4f1c", path.substring("/credentials/".length()));
  }

  @Test
  void refusesATenantWithoutTheCoordinatorsDecision() throws Exception {
    String account = "001A000001LkPqyIAF";

    JsonNode missing = createTenant(account, null);
    JsonNode foreign = createTenant(account, server.decision(creation(ACCOUNT)));

    assertThat(missing.at("/error_type").asString()).isEqualTo("authorization");
    assertThat(missing.at("/error_code").asString()).isEqualTo("DECISION_REQUIRED");
    assertThat(foreign.at("/error_code").asString()).isEqualTo("DECISION_FOREIGN_ACCOUNT");
    assertThat(
            server
                .database()
                .sql("SELECT count(*) FROM provisioning.tenants WHERE account_id = :account")
                .param("account", account)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"account_id", "account_name", "environment", "decision", "idempotency_key"})
  void takesTextWithNulForTheCallersMistake(String argument) throws Exception {
    String account = "001A000001LkPquIAF";
    Map<String, Object> arguments =
        new HashMap<>(
            Map.of(
                "account_id", account,
                "account_name", "Acme",
                "tier", "ENTERPRISE",
                "environment", "production",
                "decision", server.decision(creation(account)),
                "idempotency_key", "nul"));
    arguments.computeIfPresent(argument, (name, value) -> value + "\u0000");

    JsonNode refused = server.call("provision_create_tenant", arguments);

    assertThat(refused.at("/error_type").asString()).isEqualTo("validation");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          provision_get_tenant | {"tenant_id":"no-uuid"}                              | tenant_id
          provision_get_tenant | {"tenant_id":7}                                      | tenant_id
          provision_get_tenant | {"tenant_id":["f7ab21d0-3f3c-4f1e-9a55-0c8f1d0b6c11"]} | tenant_id
          tasks_list           | {"account_id":"no account"}                          | no account
          tasks_list           | {"owner":"nobody"}                                   | nobody
          tasks_list           | {"status":"LATE"}                                    | LATE
          tasks_list           | {"limit":10000}                                      | 200
          tasks_list           | {"limit":0}                                          | 200
          tasks_list           | {"cursor":"not one of ours"}                         | cursor
          tasks_get_overdue    | {"as_of_date":"2026-02-30"}                          | 2026-02-30
          tasks_get_overdue    | {}                                                   | as_of_date
          tasks_complete       | {"task_id":"x","completed_by":"a","idempotency_key":"k"} | task_id
          """)
  void namesWhatItCannotTake(String tool, String arguments, String named) throws Exception {
    JsonNode refused =
        server.call(tool, new JsonMapper().readValue(arguments, new TypeReference<>() {}));

    assertThat(refused.at("/error_type").asString()).isEqualTo("validation");
    assertThat(refused.at("/message").asString()).contains(named);
    assertThat(refused.at("/owner").asString()).isEqualTo("Caller");
  }

  @Test
  void answersListsWithProgressAndOverdueTasks() throws Exception {
    JsonNode list = server.call("tasks_list", Map.of("account_id", "001A000001LkPqtIAF"));
    JsonNode overdue = server.call("tasks_get_overdue", Map.of("as_of_date", "2030-01-01"));
    JsonNode wrong = server.call("tasks_get_overdue", Map.of("as_of_date", "tomorrow"));

    assertThat(list.toString())
        .isEqualTo("{\"tasks\":[],\"progress\":{\"done\":0,\"total\":0,\"percent\":0}}");
    assertThat(overdue.at("/tasks").isArray()).isTrue();
    assertThat(wrong.at("/error_code").asString()).isEqualTo("INVALID_DATE");
  }

  @Test
  void isHealthyAndGivesNothingAwayOnAFalseLink() throws Exception {
    assertThat(server.browse("GET", "/actuator/health").body()).contains("UP");
    assertThat(server.browse("GET", "/credentials/nonsense").statusCode()).isEqualTo(404);
    assertThat(server.fetch("/credentials/nonsense/more", "application/json").body())
        .contains("404")
        .doesNotContain("nonsense");
  }

  private static DecidedOrder creation(String account) {
    return DecidedOrder.creation(account, "ENTERPRISE", "production");
  }

  private static JsonNode createTenant(String account, String decision) throws Exception {
    Map<String, Object> arguments =
        new HashMap<>(
            Map.of(
                "account_id", account,
                "account_name", "Acme",
                "tier", "ENTERPRISE",
                "environment", "production",
                "idempotency_key", "t-" + account));
    if (decision != null) {
      arguments.put("decision", decision);
    }
    return server.call("provision_create_tenant", arguments);
  }

  private static JsonNode complete(String tenant, String code) throws Exception {
    return server.call(
        "tasks_complete",
        Map.of(
            "tenant_id",
            tenant,
            "code",
            code,
            "completed_by",
            "system",
            "idempotency_key",
            "complete-" + code));
  }

  private static String auditRows() {
    return String.join(
        "\n",
        server
            .database()
            .sql("SELECT row_to_json(t)::text FROM audit.entries t")
            .query(String.class)
            .list());
  }
}
