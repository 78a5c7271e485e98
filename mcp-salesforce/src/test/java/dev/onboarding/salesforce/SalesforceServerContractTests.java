package dev.onboarding.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.connector.MissingCredentialsException;
import dev.onboarding.testkit.TestPostgres;
import dev.onboarding.testkit.ToolContract;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server as it is started, called over MCP, with the sandbox behind it.
class SalesforceServerContractTests {

  private static ConfigurableApplicationContext server;

  @BeforeAll
  static void start() {
    server =
        SalesforceApplication.builder()
            .run(
                "--server.port=0",
                "--spring.datasource.url=" + TestPostgres.newDatabase(),
                "--SALESFORCE_BASE_URL=" + TestSandbox.salesforce(),
                "--SALESFORCE_CLIENT_ID=sandbox-salesforce",
                "--SALESFORCE_CLIENT_SECRET=sandbox-salesforce-secret",
                "--salesforce.connection.limits.retries.delays=0ms,0ms,0ms");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void reset() {
    TestSandbox.reset();
  }

  @Test
  void listsTheToolsOfTheContract() throws Exception {
    ToolContract.assertMatches(URI.create(base() + "/mcp"), Path.of("contract/tools.json"));
  }

  @Test
  void readsASnapshotWithOneCallToSalesforce() throws Exception {
    JsonNode result = call("salesforce_get_onboarding_snapshot", "{\"account_id\": \"ACME-001\"}");

    JsonNode snapshot = result.path("structuredContent");
    assertThat(result.path("isError").asBoolean(true)).isFalse();
    assertThat(snapshot.at("/looked_up").asString()).isEqualTo("ACME-001");
    assertThat(snapshot.at("/accounts_matching").asInt()).isEqualTo(1);
    assertThat(snapshot.at("/account/is_deleted").isBoolean()).isTrue();
    assertThat(snapshot.at("/account/external_key").asString()).isEqualTo("ACME-001");
    assertThat(snapshot.at("/owner/is_active").asBoolean()).isTrue();
    assertThat(snapshot.at("/opportunities/0/is_won").asBoolean()).isTrue();
    assertThat(snapshot.at("/opportunities/0/close_date").asString())
        .matches("\\d{4}-\\d\\d-\\d\\d");
    assertThat(snapshot.at("/contracts/0/envelope_id").asString()).isNotBlank();
    assertThat(TestSandbox.apiCalls()).isEqualTo(1);
    assertThat(TestSandbox.seen().at("/calls").toString()).contains("corr-42");
  }

  @Test
  void confirmsAnAbsenceWithOneCallToSalesforce() throws Exception {
    JsonNode result =
        call("salesforce_get_onboarding_snapshot", "{\"account_id\": \"MISSING-999\"}");

    assertThat(result.path("isError").asBoolean(true)).isFalse();
    assertThat(result.path("structuredContent"))
        .isEqualTo(
            json(
                "{\"looked_up\":\"MISSING-999\",\"accounts_matching\":0,\"opportunities\":[],"
                    + "\"contracts\":[]}"));
    assertThat(TestSandbox.apiCalls()).isEqualTo(1);
  }

  @Test
  void readsManyAccountsAtOnce() throws Exception {
    JsonNode result =
        call(
            "salesforce_get_onboarding_snapshots",
            "{\"account_ids\": [\"BETA-002\", \"no account!\"]}");

    assertThat(result.at("/structuredContent/outcomes/0/snapshot/account/name").asString())
        .isEqualTo("Beta Industries");
    assertThat(result.at("/structuredContent/outcomes/1/failure/error_code").asString())
        .isEqualTo("INVALID_ACCOUNT_ID");
  }

  @Test
  void refusesTenThousandAccountsNamingArgumentAndLimit() throws Exception {
    String ids = "\"A\",".repeat(9_999) + "\"A\"";

    JsonNode result =
        call("salesforce_get_onboarding_snapshots", "{\"account_ids\": [" + ids + "]}");

    assertThat(result.at("/structuredContent/error_code").asString())
        .isEqualTo("INVALID_ACCOUNT_IDS");
    assertThat(result.at("/structuredContent/message").asString())
        .contains("account_ids", "10000", "200");
    assertThat(TestSandbox.apiCalls()).isZero();
  }

  @Test
  void servesTheRestOfABatchWithRepeatedUnknownAndMalformedIds() throws Exception {
    JsonNode outcomes =
        call(
                "salesforce_get_onboarding_snapshots",
                "{\"account_ids\": [\"ACME-001\", \"x'--\", \"MISSING-999\", \"ACME-001\"]}")
            .at("/structuredContent/outcomes");

    assertThat(outcomes).hasSize(4);
    assertThat(outcomes.at("/0/snapshot/accounts_matching").asInt()).isEqualTo(1);
    assertThat(outcomes.at("/1/failure/error_code").asString()).isEqualTo("INVALID_ACCOUNT_ID");
    assertThat(outcomes.at("/2/snapshot/accounts_matching").asInt()).isZero();
    assertThat(outcomes.path(3)).isEqualTo(outcomes.path(0));
    assertThat(TestSandbox.apiCalls()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"account_ids\": \"x\"}", "{\"account_ids\": [7]}", "{}"})
  void namesTheArgumentOfAWrongType(String arguments) throws Exception {
    JsonNode failure =
        call("salesforce_get_onboarding_snapshots", arguments).path("structuredContent");

    assertThat(failure.path("error_code").asString()).isEqualTo("INVALID_ARGUMENT");
    assertThat(failure.path("message").asString()).contains("account_ids");
  }

  @Test
  void givesEachOfManyReadsAtOnceItsOwnAccount() throws Exception {
    List<String> accounts = List.of("ACME-001", "BETA-002", "GAMMA-003", "MISSING-999");
    List<Future<JsonNode>> reads = new ArrayList<>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 24; i++) {
        String arguments = "{\"account_id\": \"%s\"}".formatted(accounts.get(i % 4));
        reads.add(callers.submit(() -> call("salesforce_get_onboarding_snapshot", arguments)));
      }
    }

    for (int i = 0; i < reads.size(); i++) {
      JsonNode snapshot = reads.get(i).get().path("structuredContent");
      assertThat(snapshot.path("looked_up").asString()).isEqualTo(accounts.get(i % 4));
      assertThat(snapshot.at("/account/external_key").asString("MISSING-999"))
          .isEqualTo(accounts.get(i % 4));
    }
    assertThat(TestSandbox.apiCalls()).isLessThanOrEqualTo(24);
  }

  @Test
  void refusesAnIdThatIsNoneBeforeAnyCall() throws Exception {
    JsonNode result =
        call("salesforce_get_onboarding_snapshot", "{\"account_id\": \"x' OR Name != '\"}");

    assertThat(result.path("isError").asBoolean()).isTrue();
    assertThat(result.at("/structuredContent/error_type").asString()).isEqualTo("validation");
    assertThat(TestSandbox.apiCalls()).isZero();
  }

  @Test
  void readsTheNamedDealWithTheAccount() throws Exception {
    String other =
        call("salesforce_get_onboarding_snapshot", "{\"account_id\": \"BETA-002\"}")
            .at("/structuredContent/opportunities/0/id")
            .asString();
    TestSandbox.reset();

    JsonNode result =
        call(
            "salesforce_get_onboarding_snapshot",
            "{\"account_id\": \"ACME-001\", \"opportunity_id\": \"%s\"}".formatted(other));

    assertThat(result.at("/structuredContent/named_opportunity/id").asString()).isEqualTo(other);
    assertThat(result.at("/structuredContent/named_opportunity/account_id").asString())
        .isNotEqualTo(result.at("/structuredContent/account/id").asString());
    assertThat(TestSandbox.apiCalls()).isEqualTo(1);
  }

  @Test
  void refusesADealsIdThatIsNoneBeforeAnyCall() throws Exception {
    JsonNode result =
        call(
            "salesforce_get_onboarding_snapshot",
            "{\"account_id\": \"ACME-001\", \"opportunity_id\": \"x' OR Name != '\"}");

    assertThat(result.at("/structuredContent/error_type").asString()).isEqualTo("validation");
    assertThat(TestSandbox.apiCalls()).isZero();
  }

  @Test
  void readsSingleRecords() throws Exception {
    JsonNode account = call("salesforce_get_account", "{\"account_id\": \"ACME-001\"}");
    String owner = account.at("/structuredContent/account/owner_id").asString();
    JsonNode user = call("salesforce_get_user", "{\"user_id\": \"" + owner + "\"}");

    assertThat(account.at("/structuredContent/found").asBoolean()).isTrue();
    assertThat(user.at("/structuredContent/user/id").asString()).isEqualTo(owner);
  }

  @Test
  void findsDealsWon() throws Exception {
    JsonNode result = call("salesforce_find_closed_won", "{\"since\": \"2020-01-31\"}");

    assertThat(result.at("/structuredContent/opportunities").isEmpty()).isFalse();
  }

  @Test
  void reportsThrottlingUnderItsSixNames() throws Exception {
    TestSandbox.faults("{\"kind\": \"throttled\"}");

    JsonNode result = call("salesforce_get_onboarding_snapshot", "{\"account_id\": \"ACME-001\"}");

    JsonNode failure = result.path("structuredContent");
    assertThat(result.path("isError").asBoolean()).isTrue();
    assertThat(failure.at("/error_type").asString()).isEqualTo("rate_limit");
    assertThat(failure.at("/error_code").asString()).isEqualTo("REQUEST_LIMIT_EXCEEDED");
    assertThat(failure.at("/http_status").asInt()).isEqualTo(403);
    assertThat(failure.at("/owner").asString()).isEqualTo("Integration Admin");
  }

  @Test
  void showsHealthAndFigures() throws Exception {
    call("salesforce_get_account", "{\"account_id\": \"ACME-001\"}");

    assertThat(get("/actuator/health")).contains("UP");
    assertThat(get("/actuator/prometheus"))
        .contains(
            "upstream_allocation_used", "upstream_calls_seconds_count", "upstream_breaker_open");
  }

  @Test
  void refusesToStartWithoutCredentialsAndNamesThem() {
    assertThatThrownBy(() ->
            SalesforceApplication.builder()
                .run(
                    "--server.port=0",
                    "--spring.datasource.url=" + TestPostgres.newDatabase(),
                    "--SALESFORCE_BASE_URL=" + TestSandbox.salesforce()))
        .rootCause()
        .isInstanceOf(MissingCredentialsException.class)
        .hasMessage(
            "mcp-salesforce has no credentials: set SALESFORCE_CLIENT_ID and"
                + " SALESFORCE_CLIENT_SECRET (or SALESFORCE_CLIENT_SECRET_FILE)");
  }

  private static JsonNode call(String tool, String arguments) throws Exception {
    String body =
        """
        {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "%s",
         "arguments": %s, "_meta": {"dev.onboarding/correlation": "corr-42"}}}\
        """
            .formatted(tool, arguments);
    var request =
        HttpRequest.newBuilder(URI.create(base() + "/mcp"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(BodyPublishers.ofString(body))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return json(http.send(request, BodyHandlers.ofString()).body()).path("result");
    }
  }

  private static String get(String path) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(base() + path)).build(), BodyHandlers.ofString())
          .body();
    }
  }

  private static String base() {
    return "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
