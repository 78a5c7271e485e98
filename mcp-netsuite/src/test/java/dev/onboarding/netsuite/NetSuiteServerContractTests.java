package dev.onboarding.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.sandbox.Sandbox;
import dev.onboarding.testkit.TestPostgres;
import dev.onboarding.testkit.ToolContract;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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

/// The whole server, called over MCP, with the sandbox as NetSuite.
class NetSuiteServerContractTests {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static Sandbox sandbox;
  private static ConfigurableApplicationContext server;

  @BeforeAll
  static void start() throws Exception {
    sandbox = Sandbox.start(0, 0);
    server =
        NetSuiteApplication.builder()
            .run(
                "--server.port=0",
                "--spring.datasource.url=" + TestPostgres.newDatabase(),
                "--netsuite.connection.base-url=" + sandbox.baseUrl() + "/netsuite",
                "--netsuite.connection.client-id=sandbox-netsuite",
                "--netsuite.connection.certificate-id=sandbox-certificate",
                "--netsuite.connection.private-key=" + ask("GET", "/keys/netsuite", ""),
                "--netsuite.connection.limits.retries.delays=0ms,0ms,0ms");
  }

  @AfterAll
  static void stop() {
    server.close();
    sandbox.close();
  }

  @BeforeEach
  void forget() throws Exception {
    ask("DELETE", "/inspect/netsuite", "");
    faults("");
  }

  @Test
  void listsTheToolsOfTheContract() throws Exception {
    ToolContract.assertMatches(endpoint(), Path.of("contract/tools.json"));
  }

  @Test
  void readsAPaidInvoiceWithOneCall() throws Exception {
    JsonNode found = ofAccount("ACME-001");

    assertThat(found.at("/customers")).hasSize(1);
    assertThat(found.at("/customers/0/external_id").asString()).isEqualTo("ACME-001");
    assertThat(found.at("/customers/0/name").asString()).isEqualTo("Acme Corporation");
    JsonNode invoice = found.at("/invoices/0");
    assertThat(invoice.at("/status").asString()).isEqualTo("PAID_IN_FULL");
    assertThat(invoice.at("/number").asString()).isEqualTo("INV-ACME-001");
    assertThat(invoice.at("/total/amount").decimalValue()).isEqualByComparingTo("150000");
    assertThat(invoice.at("/total/currency").asString()).isEqualTo("USD");
    assertThat(invoice.at("/net/amount").decimalValue()).isEqualByComparingTo("150000");
    assertThat(invoice.at("/remaining/amount").decimalValue()).isEqualByComparingTo("0");
    assertThat(invoice.at("/paid_by_cash/amount").decimalValue()).isEqualByComparingTo("150000");
    assertThat(invoice.at("/paid_by_credit/amount").decimalValue()).isEqualByComparingTo("0");
    assertThat(invoice.at("/due").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
    assertThat(invoice.at("/crm_account_id").asString()).startsWith("001").hasSize(18);
    assertThat(invoice.at("/opportunity_id").asString()).startsWith("006").hasSize(18);
    assertThat(apiCalls()).isEqualTo(1);
  }

  @Test
  void readsWhatIsPaidInPart() throws Exception {
    JsonNode invoice = ofAccount("GAMMA-003").at("/invoices/0");

    assertThat(invoice.at("/status").asString()).isEqualTo("OPEN");
    assertThat(invoice.at("/remaining/amount").decimalValue()).isEqualByComparingTo("60000");
    assertThat(invoice.at("/paid_by_cash/amount").decimalValue()).isEqualByComparingTo("90000");
  }

  @Test
  void confirmsAbsenceWithOneCall() throws Exception {
    JsonNode found = ofAccount("MISSING-999");

    assertThat(found.at("/customers")).isEmpty();
    assertThat(found.at("/invoices")).isEmpty();
    assertThat(apiCalls()).isEqualTo(1);
  }

  @Test
  void keepsDiscountTaxCreditAndCurrencyApart() throws Exception {
    tell(
        "NS-CREDIT",
        """
        {"currency":"CAD","amount":1000.00,
         "invoices":[{"discount":"10%","tax":"5%","paid":"40%","credited":"60%"}],
         "credits":[{"kind":"credit","amount":75.50},{"kind":"payment","amount":20}]}\
        """);

    JsonNode found = ofAccount("NS-CREDIT");

    JsonNode invoice = found.at("/invoices/0");
    assertThat(invoice.at("/status").asString()).isEqualTo("PAID_IN_FULL");
    assertThat(invoice.at("/total/currency").asString()).isEqualTo("CAD");
    assertThat(invoice.at("/net/amount").decimalValue())
        .isLessThan(invoice.at("/total/amount").decimalValue());
    assertThat(invoice.at("/paid_by_cash/amount").decimalValue())
        .isPositive()
        .isLessThan(invoice.at("/paid_by_credit/amount").decimalValue());
    assertThat(found.at("/unapplied_credits")).hasSize(2);
    assertThat(found.at("/unapplied_credits/0/remaining/amount").decimalValue())
        .isEqualByComparingTo("75.50");
  }

  @Test
  void seesVoidedRejectedAndPendingInvoices() throws Exception {
    tell(
        "NS-STATES",
        """
        {"invoices":[{"status":"voided"},{"status":"rejected"},{"status":"pending"}]}\
        """);

    JsonNode invoices = ofAccount("NS-STATES").at("/invoices");

    assertThat(invoices)
        .extracting(invoice -> invoice.at("/status").asString())
        .containsExactly("VOIDED", "REJECTED", "PENDING_APPROVAL");
  }

  @Test
  void findsAnInvoiceOfAnotherCustomerThatNamesTheDeal() throws Exception {
    JsonNode own = ofAccount("ACME-001").at("/invoices/0");

    JsonNode found =
        result(
            "netsuite_list_account_invoices",
            "{\"account_id\":\"NOBODY-1\",\"opportunity_id\":\"%s\"}"
                .formatted(own.at("/opportunity_id").asString()));

    assertThat(found.at("/customers")).isEmpty();
    assertThat(found.at("/other_customers/0/external_id").asString()).isEqualTo("ACME-001");
    assertThat(found.at("/invoices/0/id")).isEqualTo(own.at("/id"));
  }

  @Test
  void readsManyAccountsWithOneCall() throws Exception {
    JsonNode found =
        result(
            "netsuite_get_invoices",
            """
            {"accounts":[{"account_id":"ACME-001"},{"account_id":"MISSING-999"},\
            {"account_id":"001A00000012345","external_key":"GAMMA-003"},{"account_id":"no id"}]}\
            """);

    assertThat(found.at("/accounts/0/invoices")).hasSize(1);
    assertThat(found.at("/accounts/1/customers")).isEmpty();
    assertThat(found.at("/accounts/1").has("failure")).isFalse();
    assertThat(found.at("/accounts/2/account_id").asString()).hasSize(18);
    assertThat(found.at("/accounts/2/invoices/0/number").asString()).isEqualTo("INV-GAMMA-003");
    assertThat(found.at("/accounts/3/failure/error_code").asString())
        .isEqualTo("INVALID_ACCOUNT_ID");
    assertThat(found.at("/accounts/3").has("invoices")).isFalse();
    assertThat(apiCalls()).isEqualTo(1);
  }

  @Test
  void givesEachOfManyReadsAtOnceItsOwnAccount() throws Exception {
    List<String> accounts = List.of("ACME-001", "GAMMA-003", "MISSING-999");
    List<Future<JsonNode>> reads = new ArrayList<>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 24; i++) {
        String account = accounts.get(i % 3);
        reads.add(
            callers.submit(() ->
                result(
                    "netsuite_list_account_invoices",
                    "{\"account_id\":\"%s\"}".formatted(account))));
      }
    }

    for (int i = 0; i < reads.size(); i++) {
      String account = accounts.get(i % 3);
      JsonNode found = reads.get(i).get();
      assertThat(found.path("account_id").asString()).isEqualTo(account);
      assertThat(found.at("/invoices/0/number").asString("INV-MISSING-999"))
          .isEqualTo("INV-" + account);
    }
    assertThat(apiCalls()).isLessThanOrEqualTo(24);
  }

  @Test
  void readsOneInvoiceByIdAndByNumber() throws Exception {
    String id = ofAccount("ACME-001").at("/invoices/0/id").asString();

    JsonNode byId = result("netsuite_get_invoice", "{\"invoice_id\":\"%s\"}".formatted(id));
    JsonNode byNumber = result("netsuite_get_invoice", "{\"invoice_id\":\"INV-ACME-001\"}");
    JsonNode none = result("netsuite_get_invoice", "{\"invoice_id\":\"1\"}");

    assertThat(byId.at("/invoice")).isEqualTo(byNumber.at("/invoice")).isNotEmpty();
    assertThat(byId.at("/customer/external_id").asString()).isEqualTo("ACME-001");
    assertThat(none.has("invoice")).isFalse();
  }

  @Test
  void namesTheArgumentAndTheLimitOfTooManyIds() throws Exception {
    String ids =
        String.join(",", Collections.nCopies(10_000, "{\"account_id\":\"001A00000012345\"}"));

    JsonNode failure =
        call("netsuite_get_invoices", "{\"accounts\":[%s]}".formatted(ids))
            .path("structuredContent");

    assertThat(failure.path("error_type").asString()).isEqualTo("validation");
    assertThat(failure.path("message").asString()).contains("accounts", "10000", "200");
    assertThat(failure.path("owner").asString()).isEqualTo("Caller");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"accounts\":\"x\"}",
        "{\"accounts\":[{\"account_id\":7}]}",
        "{\"accounts\":null}",
        "{}"
      })
  void namesTheArgumentOfAWrongType(String arguments) throws Exception {
    JsonNode failure = call("netsuite_get_invoices", arguments).path("structuredContent");

    assertThat(failure.path("error_code").asString()).isEqualTo("INVALID_ARGUMENT");
    assertThat(failure.path("message").asString()).contains("account");
  }

  @Test
  void reportsThrottlingUnderTheSixNames() throws Exception {
    faults("{\"kind\":\"throttled\"}");

    JsonNode answer = call("netsuite_list_account_invoices", "{\"account_id\":\"ACME-001\"}");

    assertThat(answer.at("/isError").asBoolean()).isTrue();
    JsonNode failure = answer.at("/structuredContent");
    assertThat(failure.at("/error_type").asString()).isEqualTo("rate_limit");
    assertThat(failure.at("/error_code").asString()).isEqualTo("CONCURRENCY_LIMIT_EXCEEDED");
    assertThat(failure.at("/http_status").asInt()).isEqualTo(429);
    assertThat(failure.at("/owner").asString()).isEqualTo("Integration Admin");
    assertThat(failure.at("/resolution").asString()).isNotBlank();
    assertThat(apiCalls()).isEqualTo(4);
  }

  @Test
  void survivesOneRefusedTokenAndOneFailure() throws Exception {
    faults("{\"kind\":\"unauthorized\",\"times\":1},{\"kind\":\"server_error\",\"times\":1}");

    assertThat(ofAccount("ACME-001").at("/invoices")).hasSize(1);
  }

  @Test
  void sendsTheCorrelationIdOn() throws Exception {
    ofAccount("ACME-001");

    assertThat(seen().at("/calls").valueStream())
        .filteredOn(call -> !call.at("/token_call").asBoolean())
        .extracting(call -> call.at("/correlation_id").asString())
        .containsOnly("corr-7");
  }

  private static JsonNode ofAccount(String key) throws Exception {
    return result(
        "netsuite_list_account_invoices",
        "{\"account_id\":\"001A00000012345\",\"external_key\":\"%s\"}".formatted(key));
  }

  private static JsonNode result(String tool, String arguments) throws Exception {
    JsonNode answer = call(tool, arguments);
    assertThat(answer.at("/isError").asBoolean()).as(answer.toString()).isFalse();
    return answer.at("/structuredContent");
  }

  private static JsonNode call(String tool, String arguments) throws Exception {
    String request =
        """
        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"%s","arguments":%s,\
        "_meta":{"dev.onboarding/correlation":"corr-7"}}}\
        """
            .formatted(tool, arguments);
    var response =
        HTTP.send(
            HttpRequest.newBuilder(endpoint())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString(request))
                .build(),
            BodyHandlers.ofString());
    return JsonMapper.shared().readTree(response.body()).at("/result");
  }

  private static URI endpoint() {
    return URI.create(
        "http://127.0.0.1:%s/mcp"
            .formatted(server.getEnvironment().getProperty("local.server.port")));
  }

  private static int apiCalls() throws Exception {
    return seen().at("/api_calls").asInt(-1);
  }

  private static JsonNode seen() throws Exception {
    return JsonMapper.shared().readTree(ask("GET", "/inspect/netsuite", ""));
  }

  private static void faults(String rules) throws Exception {
    ask("PUT", "/faults/netsuite", "{\"rules\":[%s]}".formatted(rules));
  }

  private static void tell(String key, String story) throws Exception {
    ask("PUT", "/accounts/" + key, story);
  }

  private static String ask(String method, String path, String body) throws Exception {
    var response =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isLessThan(300);
    return response.body();
  }
}
