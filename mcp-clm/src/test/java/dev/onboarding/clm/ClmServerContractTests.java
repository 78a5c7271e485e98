package dev.onboarding.clm;

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
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole server, called over MCP, with the sandbox as DocuSign.
class ClmServerContractTests {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static Sandbox sandbox;
  private static ConfigurableApplicationContext server;

  @BeforeAll
  static void start() throws Exception {
    sandbox = Sandbox.start(0, 0);
    server =
        ClmApplication.builder()
            .run(
                "--server.port=0",
                "--spring.datasource.url=" + TestPostgres.newDatabase(),
                "--docusign.auth-base-url=" + sandbox.baseUrl() + "/docusign",
                "--docusign.base-url=" + sandbox.baseUrl() + "/docusign",
                "--docusign.agreements-base-url=" + sandbox.baseUrl() + "/docusign",
                "--docusign.audience=account-d.docusign.com",
                "--docusign.integration-key=sandbox-docusign",
                "--docusign.user-id=11111111-1111-4111-8111-111111111111",
                "--docusign.account-id=22222222-2222-4222-8222-222222222222",
                "--docusign.private-key=" + ask("GET", "/keys/docusign", ""),
                "--docusign.limits.retries.delays=0ms,0ms,0ms",
                "--docusign.limits.retries.longest-wait=1s");
  }

  @AfterAll
  static void stop() {
    server.close();
    sandbox.close();
  }

  @BeforeEach
  void forget() throws Exception {
    faults("");
    ask("PUT", "/docusign/consent", "");
    ask("DELETE", "/inspect/docusign", "");
  }

  @Test
  void listsTheToolsOfTheContract() throws Exception {
    ToolContract.assertMatches(endpoint(), Path.of("contract/tools.json"));
  }

  @Test
  void readsAnExecutedContractWithTwoCalls() throws Exception {
    String account = accountOf("ACME-001");
    ask("DELETE", "/inspect/docusign", "");

    JsonNode found = ofAccount(account, "Acme Corporation");

    assertThat(found.at("/account_id").asString()).isEqualTo(account);
    assertThat(found.at("/envelopes_matching").asInt()).isEqualTo(1);
    assertThat(found.at("/contracts")).hasSize(1);
    JsonNode contract = found.at("/contracts/0");
    assertThat(contract.at("/status").asString()).isEqualTo("EXECUTED");
    assertThat(contract.at("/crm_account_id").asString()).isEqualTo(account);
    assertThat(contract.at("/effective_source").asString()).isEqualTo("agreement");
    assertThat(contract.at("/effective_date").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
    assertThat(contract.at("/renewal_type").asString()).isEqualTo("AUTO_RENEW");
    assertThat(contract.at("/value/amount").decimalValue()).isEqualByComparingTo("150000");
    assertThat(contract.at("/payment_terms").asString()).isEqualTo("THIRTY_DAYS");
    assertThat(contract.at("/reviewed").asBoolean()).isTrue();
    assertThat(contract.at("/signatories"))
        .extracting(signatory ->
            signatory.at("/side").asString() + " " + signatory.at("/status").asString())
        .containsExactly("CUSTOMER completed", "COMPANY completed");
    assertThat(apiCalls()).isEqualTo(2);
  }

  @Test
  void confirmsAbsence() throws Exception {
    JsonNode found = ofAccount("001A00000012345IAA", "Nobody at all");

    assertThat(found.at("/envelopes_matching").asInt(-1)).isZero();
    assertThat(found.at("/contracts")).isEmpty();
  }

  @Test
  void searchesWhenTheCrmNamesAnEnvelopeThatDoesNotExist() throws Exception {
    JsonNode found =
        result(
            "clm_get_contract",
            "{\"account_id\":\"%s\",\"envelope_id\":\"99999999-9999-4999-8999-999999999999\"}"
                .formatted(accountOf("ACME-001")));

    assertThat(found.at("/contracts/0/status").asString()).isEqualTo("EXECUTED");
  }

  @Test
  void seesThatOursHasYetToSign() throws Exception {
    String account =
        told(
            "DS-SIGNED",
            """
            {"envelopes":[{"status":"sent","completed":null,"signers":[
              {"name":"A","role":"Customer","order":1,"status":"completed","signed":"-2d"},
              {"name":"B","email":"b@ourcompany.example","role":"Company","order":2,"status":"sent"}]}]}\
            """);

    JsonNode contract = ofAccount(account, "DS-SIGNED Corporation").at("/contracts/0");

    assertThat(contract.at("/status").asString()).isEqualTo("SIGNED");
    assertThat(contract.at("/signatories/1/status").asString()).isEqualTo("sent");
    assertThat(contract.has("effective_date")).isFalse();
  }

  @Test
  void findsWhatWasSentAgainAndAmendmentsAndPaper() throws Exception {
    String resent =
        told("DS-RESENT", "{\"envelopes\":[{\"status\":\"voided\",\"completed\":null},{}]}");
    String amended =
        told(
            "DS-AMENDED",
            """
            {"envelopes":[{},{"subject":"Amendment 1"}],
             "agreements":[{},{"envelope":1,"parent":0,"payment_terms":"SIXTY_DAYS"}]}\
            """);
    String paper =
        told(
            "DS-PAPER",
            "{\"envelopes\":[],\"contracts\":[{\"envelope\":null}],\"agreements\":[{\"envelope\":null}]}");

    assertThat(ofAccount(resent, null).at("/contracts"))
        .extracting(contract -> contract.at("/status").asString())
        .containsExactlyInAnyOrder("VOIDED", "EXECUTED");
    ask("DELETE", "/inspect/docusign", "");
    JsonNode both = ofAccount(amended, "DS-AMENDED Corporation").at("/contracts");
    assertThat(both).hasSize(2);
    assertThat(both)
        .filteredOn(contract -> contract.has("parent_document_id"))
        .singleElement()
        .extracting(contract -> contract.at("/payment_terms").asString())
        .isEqualTo("SIXTY_DAYS");
    assertThat(apiCalls()).isEqualTo(2);
    JsonNode onPaper = ofAccount(paper, "DS-PAPER Corporation").at("/contracts/0");
    assertThat(onPaper.at("/on_paper").asBoolean()).isTrue();
    assertThat(onPaper.at("/status").asString()).isEqualTo("EXECUTED");
  }

  @Test
  void readsManyAccountsEachWithItsOwnOutcome() throws Exception {
    JsonNode found =
        result(
            "clm_get_contracts",
            """
            {"accounts":[{"account_id":"%s"},{"account_id":"no id"},{"account_id":"001A00000012345IAA"}]}\
            """
                .formatted(accountOf("ACME-001")));

    assertThat(found.at("/accounts/0/contracts")).hasSize(1);
    assertThat(found.at("/accounts/1/failure/error_code").asString())
        .isEqualTo("INVALID_ACCOUNT_ID");
    assertThat(found.at("/accounts/1").has("contracts")).isFalse();
    assertThat(found.at("/accounts/2/contracts")).isEmpty();
    assertThat(found.at("/accounts/2").has("failure")).isFalse();
  }

  @Test
  void namesTheArgumentAndTheLimitOfTooManyIds() throws Exception {
    String ids =
        String.join(",", Collections.nCopies(10_000, "{\"account_id\":\"001A00000012345\"}"));

    JsonNode failure =
        call("clm_get_contracts", "{\"accounts\":[%s]}".formatted(ids)).path("structuredContent");

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
    JsonNode failure = call("clm_get_contracts", arguments).path("structuredContent");

    assertThat(failure.path("error_code").asString()).isEqualTo("INVALID_ARGUMENT");
    assertThat(failure.path("message").asString()).contains("account");
  }

  @Test
  void reportsThrottlingUnderTheSixNames() throws Exception {
    faults("{\"kind\":\"throttled\"}");

    JsonNode answer = call("clm_get_contract", "{\"account_id\":\"001A00000012345IAA\"}");

    assertThat(answer.at("/isError").asBoolean()).isTrue();
    JsonNode failure = answer.at("/structuredContent");
    assertThat(failure.at("/error_type").asString()).isEqualTo("rate_limit");
    assertThat(failure.at("/error_code").asString())
        .isEqualTo("HOURLY_APIINVOCATION_LIMIT_EXCEEDED");
    assertThat(failure.at("/http_status").asInt()).isEqualTo(400);
    assertThat(failure.at("/owner").asString()).isEqualTo("Integration Admin");
  }

  @Test
  void survivesOneRefusedTokenAndOneFailure() throws Exception {
    String account = accountOf("ACME-001");
    faults("{\"kind\":\"unauthorized\",\"times\":1},{\"kind\":\"server_error\",\"times\":1}");

    assertThat(ofAccount(account, null).at("/contracts")).hasSize(1);
  }

  @Test
  void explainsThatConsentIsMissing() throws Exception {
    ask("DELETE", "/docusign/consent", "");
    ask("DELETE", "/docusign/sessions", "");

    JsonNode answer = call("clm_get_contract", "{\"account_id\":\"001A00000012345IAA\"}");

    JsonNode failure = answer.at("/structuredContent");
    assertThat(failure.at("/error_code").asString()).isEqualTo("CONSENT_REQUIRED");
    assertThat(failure.at("/error_type").asString()).isEqualTo("authentication");
    assertThat(failure.at("/resolution").asString()).contains("/oauth/auth?response_type=code");
  }

  @Test
  void sendsTheCorrelationIdOn() throws Exception {
    ofAccount("001A00000012345IAA", "Nobody");

    assertThat(seen().at("/calls").valueStream())
        .filteredOn(call -> !call.at("/token_call").asBoolean())
        .extracting(call -> call.at("/correlation_id").asString())
        .containsOnly("corr-7");
  }

  private static JsonNode ofAccount(String account, String name) throws Exception {
    String named = name == null ? "" : ",\"account_name\":\"%s\"".formatted(name);
    return result("clm_get_contract", "{\"account_id\":\"%s\"%s}".formatted(account, named));
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
    return JsonMapper.shared().readTree(ask("GET", "/inspect/docusign", ""));
  }

  private static void faults(String rules) throws Exception {
    ask("PUT", "/faults/docusign", "{\"rules\":[%s]}".formatted(rules));
  }

  private static String told(String key, String story) throws Exception {
    ask("PUT", "/accounts/" + key, story);
    return accountOf(key);
  }

  private static String accountOf(String key) throws Exception {
    JsonNode story = JsonMapper.shared().readTree(ask("GET", "/accounts/" + key, ""));
    return story.at("/ids/salesforce_account_id").asString();
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
